package io.switchboard.poll;

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

/**
 * How far one instance was read, by that system's own clock; kept with what was told of it. In a table of the bundle's own with the columns
 * {@code instance}, its key, and the times {@code read_until} and {@code began}. Safe for use from many threads.
 */
public final class Place {
    private final Transactions transactions;
    private final EventPublisher events;
    private final String table;
    private final String instance;

    /** Of one instance, in a table. */
    public Place(DataSource source, EventPublisher events, String table, String instance) {
        transactions = new Transactions(source);
        this.events = events;
        this.table = table;
        this.instance = instance;
    }

    /**
     * How far it was read.
     *
     * @param until up to when
     * @param began from when on there is anything to tell of; empty: nobody knows any more
     */
    public record Reached(Instant until, Optional<Instant> began) {}

    /** What else is written with the place, such as what was seen. */
    @FunctionalInterface
    public interface Notes {
        /** Writes; commits nothing and closes nothing. */
        void write(Connection connection) throws SQLException;
    }

    /** How far; empty: it was never read. */
    public Optional<Reached> read() {
        return transactions.read(connection -> new Sql("select read_until, began from " + table + " where instance = ?")
                .value(instance)
                .first(
                        connection,
                        row -> new Reached(Sql.instant(row, "read_until"), Sql.optionalInstant(row, "began"))));
    }

    /** Tells of what happened up to a time, and notes the time, in one transaction. */
    public void moveTo(Instant until, List<Event> told) {
        moveTo(until, told, connection -> {});
    }

    /** The same, with what else is to be kept. */
    public void moveTo(Instant until, List<Event> told, Notes notes) {
        transactions.write(connection -> {
            for (Event each : told) {
                events.publish(connection, each);
            }
            notes.write(connection);
            int moved = new Sql("update " + table + " set read_until = ? where instance = ?")
                    .value(until)
                    .value(instance)
                    .update(connection);
            return moved != 0
                    ? moved
                    : new Sql("insert into " + table + " (read_until, instance, began) values (?, ?, ?)")
                            .value(until)
                            .value(instance)
                            .value(until)
                            .update(connection);
        });
    }
}
