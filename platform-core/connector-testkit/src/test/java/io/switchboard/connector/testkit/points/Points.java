package io.switchboard.connector.testkit.points;

import io.switchboard.connector.Audience;
import io.switchboard.connector.CallContext;
import io.switchboard.connector.Connector;
import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ConnectorType;
import io.switchboard.connector.CustomerId;
import io.switchboard.connector.Describe;
import io.switchboard.connector.Effect;
import io.switchboard.connector.ErrorCode;
import io.switchboard.connector.Example;
import io.switchboard.connector.Operation;
import io.switchboard.connector.Owner;
import io.switchboard.connector.Range;
import io.switchboard.connector.event.Event;
import io.switchboard.connector.event.EventPublisher;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Writes points down, and tells of them. */
@ConnectorType(id = "points", version = 1, title = "Points", zh = "积分")
@Describe(en = "Points that customers collect.", zh = "客户积分。")
@Component(service = Connector.class)
public final class Points implements Connector {
    private final DataSource source;
    private final EventPublisher events;

    /** Both are the hub's: a schema of its own for this bundle, and those who hear. */
    @Activate
    public Points(@Reference DataSource source, @Reference EventPublisher events) {
        this.source = source;
        this.events = events;
    }

    record Add(
            @CustomerId @Example("C-1001") String customerId,

            @Describe(en = "How many.", zh = "数量。") @Range(min = 1, max = 1000)
            int points) {}

    record Added(
            @Owner String customerId,
            @Describe(en = "How many.", zh = "数量。") int points) {}

    @Operation(
            id = "points.add",
            http = "POST /customers/{customerId}/points",
            effect = Effect.WRITE,
            audience = Audience.CUSTOMER,
            scope = "points.write")
    @Describe(en = "Gives a customer points.", zh = "为客户增加积分。")
    Added add(Add add, CallContext call) {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try {
                insert(connection, add, call.correlationId());
                events.publish(
                        connection,
                        Event.builder("points.v1.points.added", "points.read")
                                .about(add.customerId())
                                .with("points", add.points())
                                .build());
                connection.commit();
            } finally {
                // After a commit there is nothing to roll back, and on a failure everything.
                connection.rollback();
            }
        } catch (SQLException e) {
            throw ConnectorException.of(ErrorCode.BACKEND_FAILED).causedBy(e);
        }
        return new Added(add.customerId(), add.points());
    }

    private static void insert(Connection connection, Add add, String correlationId) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into points (correlation_id, customer_id, points) values (?, ?, ?)")) {
            insert.setString(1, correlationId);
            insert.setString(2, add.customerId());
            insert.setInt(3, add.points());
            insert.executeUpdate();
        }
    }
}
