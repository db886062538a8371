package io.switchboard.crm.tryton.internal;

import io.switchboard.crm.observations.Facts;
import io.switchboard.crm.observations.ObservationRows;
import io.switchboard.crm.spi.Observation;
import io.switchboard.crm.spi.Recorded;
import io.switchboard.sql.DuplicateAct;
import io.switchboard.sql.Sql;
import io.switchboard.sql.Transactions;
import java.sql.Connection;
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

    private final Transactions transactions;
    private final String instance;

    Shown(Transactions transactions, String instance) {
        this.transactions = transactions;
        this.instance = instance;
    }

    Facts of(long party) {
        return transactions.read(connection -> get(connection, GET, party)).orElse(Facts.NONE);
    }

    /** By the number of the party; every one of them has facts, if none. */
    Map<Long, Facts> of(List<Long> parties) {
        return transactions.read(connection -> {
            Map<Long, Facts> found = new HashMap<>();
            for (long party : parties) {
                found.put(party, get(connection, GET, party).orElse(Facts.NONE));
            }
            return found;
        });
    }

    Optional<Recorded> recorded(String customerId, String correlationId) {
        return transactions.read(connection -> ObservationRows.find(connection, customerId, correlationId));
    }

    /**
     * Writes an observation down.
     *
     * @param seen what to make of what is kept here, before the observation is held against it
     */
    Recorded record(long party, Observation observation, UnaryOperator<Facts> seen) {
        makeRow(party);
        return transactions.write(connection -> {
            Facts shown = get(connection, GET + " for update", party).orElse(Facts.NONE);
            return ObservationRows.record(
                    connection, observation, seen.apply(shown), facts -> keep(connection, party, facts));
        });
    }

    /** In a transaction of its own, since one that fails by a row that is there already ends at once. */
    private void makeRow(long party) {
        if (transactions.read(connection -> get(connection, GET, party)).isPresent()) {
            return;
        }
        try {
            transactions.write(
                    connection -> new Sql(ADD).value(instance).value(party).update(connection));
        } catch (DuplicateAct e) {
            // Somebody made it in between, which is as good.
        }
    }

    private Optional<Facts> get(Connection connection, String query, long party) throws SQLException {
        return new Sql(query).value(instance).value(party).first(connection, row -> Facts.parse(row.getString(1)));
    }

    private void keep(Connection connection, long party, Facts facts) throws SQLException {
        new Sql(KEEP).value(facts.text()).value(instance).value(party).update(connection);
    }
}
