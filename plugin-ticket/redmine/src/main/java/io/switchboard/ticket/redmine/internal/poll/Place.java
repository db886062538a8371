package io.switchboard.ticket.redmine.internal.poll;

import io.switchboard.connector.event.Event;
import io.switchboard.connector.event.EventPublisher;
import io.switchboard.sql.Sql;
import io.switchboard.sql.Transactions;
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

    /**
     * How far it was read.
     *
     * @param until up to when
     * @param began from when on there is anything to tell of; empty: nobody knows any more
     */
    record Reached(Instant until, Optional<Instant> began) {}

    /** How far; empty: it was never read. */
    Optional<Reached> read() {
        return transactions.read(connection -> new Sql("select read_until, began from redmine_place where instance = ?")
                .value(instance)
                .first(
                        connection,
                        row -> new Reached(Sql.instant(row, "read_until"), Sql.optionalInstant(row, "began"))));
    }

    /** Tells of what happened up to a time, and notes the time, in one transaction. */
    void moveTo(Instant until, List<Event> told) {
        transactions.write(connection -> {
            for (Event each : told) {
                events.publish(connection, each);
            }
            int moved = new Sql("update redmine_place set read_until = ? where instance = ?")
                    .value(until)
                    .value(instance)
                    .update(connection);
            return moved != 0
                    ? moved
                    : new Sql("insert into redmine_place (read_until, instance, began) values (?, ?, ?)")
                            .value(until)
                            .value(instance)
                            .value(until)
                            .update(connection);
        });
    }
}
