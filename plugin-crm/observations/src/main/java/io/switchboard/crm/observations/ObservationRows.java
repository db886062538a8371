package io.switchboard.crm.observations;

import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ErrorCode;
import io.switchboard.crm.spi.Observation;
import io.switchboard.crm.spi.Recorded;
import io.switchboard.crm.spi.Source;
import io.switchboard.crm.spi.Topic;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Reads and adds to the rows of {@code observation}, in which each act stands once. */
public final class ObservationRows {
    private static final String FIND =
            "select id, customer_id, topic, name, content, source, source_id, confidence, correlation_id,"
                    + " observed_at, applied from observation where correlation_id = ? and customer_id = ?";
    private static final String ADD =
            "insert into observation (customer_id, topic, name, content, source, source_id, confidence,"
                    + " correlation_id, observed_at, applied) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private ObservationRows() {}

    /** What an act wrote down of this customer. */
    public static Optional<Recorded> find(Connection connection, String customerId, String correlationId)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(FIND)) {
            select.setString(1, correlationId);
            select.setString(2, customerId);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(recorded(row)) : Optional.empty();
            }
        }
    }

    /** Keeps what a customer shows from now on. */
    public interface Show {
        /** Writes it, in the transaction of the observation. */
        void keep(Facts facts) throws SQLException;
    }

    /**
     * Writes an observation down, and makes it what the customer shows where it outweighs that. An act that was written down before
     * changes nothing.
     *
     * @param shown what the customer shows, held until the transaction ends, so that two attempts at one act see each other
     */
    public static Recorded record(Connection connection, Observation observation, Facts shown, Show show)
            throws SQLException {
        Optional<Recorded> before = find(connection, observation.customerId(), observation.correlationId());
        if (before.isPresent()) {
            return before.get();
        }
        Optional<Facts> changed = shown.after(observation);
        if (changed.isPresent()) {
            show.keep(changed.get());
        }
        add(connection, observation, changed.isPresent());
        // Read back, so that a repeated write and a probe give exactly the same.
        return find(connection, observation.customerId(), observation.correlationId())
                .orElseThrow(() -> ConnectorException.of(ErrorCode.BACKEND_FAILED));
    }

    private static void add(Connection connection, Observation observation, boolean applied) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(ADD)) {
            insert.setString(1, observation.customerId());
            insert.setString(2, observation.topic().kind().name());
            insert.setString(3, observation.topic().name());
            insert.setString(4, observation.value().orElse(null));
            insert.setString(5, observation.source().kind().name());
            insert.setString(6, observation.source().id().orElse(null));
            insert.setBigDecimal(7, observation.confidence());
            insert.setString(8, observation.correlationId());
            insert.setObject(9, observation.at().truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC));
            insert.setBoolean(10, applied);
            insert.executeUpdate();
        }
    }

    private static Recorded recorded(ResultSet row) throws SQLException {
        Observation observation = new Observation(
                row.getString(2),
                new Topic(Topic.Kind.valueOf(row.getString(3)), row.getString(4)),
                Optional.ofNullable(row.getString(5)),
                new Source(Source.Kind.valueOf(row.getString(6)), Optional.ofNullable(row.getString(7))),
                row.getBigDecimal(8),
                row.getString(9),
                row.getObject(10, OffsetDateTime.class).toInstant());
        return Recorded.of(Long.toString(row.getLong(1)), observation, row.getBoolean(11));
    }
}
