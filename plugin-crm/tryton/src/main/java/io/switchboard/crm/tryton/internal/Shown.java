package io.switchboard.crm.tryton.internal;

import io.switchboard.connector.ConnectorException;
import io.switchboard.crm.observations.Facts;
import io.switchboard.crm.observations.ObservationRows;
import io.switchboard.crm.observations.Sql;
import io.switchboard.crm.spi.Observation;
import io.switchboard.crm.spi.Recorded;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What customers show that Tryton has no field for: rows of the hub's store, by the number of the party. */
final class Shown {
    private static final String GET = "select facts from shown where instance = ? and party = ?";
    private static final String ADD = "insert into shown (instance, party, facts) values (?, ?, '')";
    private static final String KEEP = "update shown set facts = ? where instance = ? and party = ?";

    private final Sql sql;
    private final String instance;

    Shown(Sql sql, String instance) {
        this.sql = sql;
        this.instance = instance;
    }

    Facts of(long party) {
        return sql.read(connection -> get(connection, GET, party)).orElse(Facts.NONE);
    }

    /** By the number of the party; every one of them has facts, if none. */
    Map<Long, Facts> of(List<Long> parties) {
        return sql.read(connection -> {
            Map<Long, Facts> found = new HashMap<>();
            for (long party : parties) {
                found.put(party, get(connection, GET, party).orElse(Facts.NONE));
            }
            return found;
        });
    }

    Optional<Recorded> recorded(String customerId, String correlationId) {
        return sql.read(connection -> ObservationRows.find(connection, customerId, correlationId));
    }

    /**
     * Writes an observation down.
     *
     * @param seen what to make of what is kept here, before the observation is held against it
     */
    Recorded record(long party, Observation observation, UnaryOperator<Facts> seen) {
        makeRow(party);
        return sql.transaction(connection -> {
            Facts shown = get(connection, GET + " for update", party).orElse(Facts.NONE);
            return ObservationRows.record(
                    connection, observation, seen.apply(shown), facts -> keep(connection, party, facts));
        });
    }

    /** In a transaction of its own, since one that fails by a row that is there already ends at once. */
    private void makeRow(long party) {
        if (sql.read(connection -> get(connection, GET, party)).isPresent()) {
            return;
        }
        try {
            sql.transaction(connection -> {
                try (PreparedStatement insert = connection.prepareStatement(ADD)) {
                    insert.setString(1, instance);
                    insert.setLong(2, party);
                    return insert.executeUpdate();
                }
            });
        } catch (ConnectorException e) {
            if (!(e.getCause() instanceof SQLException cause)
                    || cause.getSQLState() == null
                    || !cause.getSQLState().startsWith("23")) {
                throw e;
            }
        }
    }

    private Optional<Facts> get(Connection connection, String query, long party) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(query)) {
            select.setString(1, instance);
            select.setLong(2, party);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(Facts.parse(row.getString(1))) : Optional.empty();
            }
        }
    }

    private void keep(Connection connection, long party, Facts facts) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(KEEP)) {
            update.setString(1, facts.text());
            update.setString(2, instance);
            update.setLong(3, party);
            update.executeUpdate();
        }
    }
}
