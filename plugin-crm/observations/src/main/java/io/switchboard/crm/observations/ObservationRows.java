package io.switchboard.crm.observations;

import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ErrorCode;
import io.switchboard.crm.spi.Observation;
import io.switchboard.crm.spi.Recorded;
import io.switchboard.crm.spi.Source;
import io.switchboard.crm.spi.Topic;
import io.switchboard.sql.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
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
        return new Sql(FIND).value(correlationId).value(customerId).first(connection, ObservationRows::recorded);
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
        new Sql(ADD)
                .value(observation.customerId())
                .value(observation.topic().kind())
                .value(observation.topic().name())
                .value(observation.value())
                .value(observation.source().kind())
                .value(observation.source().id())
                .value(observation.confidence())
                .value(observation.correlationId())
                .value(observation.at().truncatedTo(ChronoUnit.MILLIS))
                .value(applied)
                .update(connection);
    }

    private static Recorded recorded(ResultSet row) throws SQLException {
        Observation observation = new Observation(
                row.getString(2),
                new Topic(Topic.Kind.valueOf(row.getString(3)), row.getString(4)),
                Optional.ofNullable(row.getString(5)),
                new Source(Source.Kind.valueOf(row.getString(6)), Optional.ofNullable(row.getString(7))),
                row.getBigDecimal(8),
                row.getString(9),
                Sql.instant(row, "observed_at"));
        return Recorded.of(Long.toString(row.getLong(1)), observation, row.getBoolean(11));
    }
}
