package io.switchboard.ticket.redmine.internal.poll;

import io.switchboard.connector.event.Event;
import io.switchboard.connector.event.EventPublisher;
import io.switchboard.sql.Sql;
import io.switchboard.sql.Transactions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** How far one instance was read, by Redmine's own clock; kept with what was told of it. Safe for use from many threads. */
public final class Place {
    private final Transactions transactions;
    private final EventPublisher events;
    private final String instance;

    /** Of one instance. */
    public Place(DataSource source, EventPublisher events, String instance) {
        transactions = new Transactions(source);
        this.events = events;
        this.instance = instance;
    }

    /** Up to when; empty: it was never read. */
    Optional<Instant> read() {
        return transactions.read(connection -> new Sql("select read_until from redmine_place where instance = ?")
                .value(instance)
                .first(connection, row -> Sql.instant(row, "read_until")));
    }

    /** Tells of what happened up to a time, and notes the time, in one transaction. */
    void moveTo(Instant until, List<Event> told) {
        transactions.write(connection -> {
            for (Event each : told) {
                events.publish(connection, each);
            }
            int moved = update(connection, "update redmine_place set read_until = ? where instance = ?", until);
            return moved != 0
                    ? moved
                    : update(connection, "insert into redmine_place (read_until, instance) values (?, ?)", until);
        });
    }

    private int update(Connection connection, String sql, Instant until) throws SQLException {
        return new Sql(sql).value(until).value(instance).update(connection);
    }
}
