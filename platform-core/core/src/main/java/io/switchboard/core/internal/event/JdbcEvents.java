package io.switchboard.core.internal.event;

import io.switchboard.connector.event.EventPublisher;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Events in a database. Bundles write them into the store's outbox, each in a transaction of its own; from there they are moved, in
 * transactions that come one after the other, to where each has its place. So what is read up to a place is all there ever will be before
 * it, and whoever goes on from there misses nothing, however long a bundle's transaction took. Safe for use from many threads, and nodes.
 */
final class JdbcEvents {
    private static final int MOVED_AT_ONCE = 500;
    private static final int FORGOTTEN_AT_ONCE = 5_000;

    private final DataSource source;
    private final InstantSource clock;

    /** How long events are kept, and how many. */
    record Kept(Duration time, long most) {}

    /** Some rows, and how far they go: there is nothing before {@code end} that is not among them. */
    record Found(List<EventRow> rows, long end, long latest, long forgotten) {}

    JdbcEvents(DataSource source, InstantSource clock) {
        this.source = source;
        this.clock = clock;
    }

    EventPublisher publisher(String bundle) {
        return new OutboxWriter(bundle, source, clock);
    }

    /** Moves what is in the outbox; the place of the last event then. */
    long move() throws SQLException {
        while (true) {
            EventTable.Count count;
            try (Connection connection = source.getConnection()) {
                count = EventTable.count(connection);
            }
            if (!count.waiting()) {
                return count.latest();
            }
            inTransaction(this::moveSome);
        }
    }

    private void moveSome(Connection connection) throws SQLException {
        EventTable.Count count = EventTable.lock(connection);
        long latest = count.latest();
        for (long number : EventTable.waiting(connection, MOVED_AT_ONCE)) {
            if (EventTable.move(connection, number, latest + 1, clock.millis())) {
                latest++;
            }
        }
        EventTable.setCount(connection, latest, count.forgotten());
    }

    long latest() throws SQLException {
        try (Connection connection = source.getConnection()) {
            return EventTable.count(connection).latest();
        }
    }

    /** The next after a place. */
    Found after(long place, Optional<String> customer, int most) throws SQLException {
        try (Connection connection = source.getConnection()) {
            EventTable.Count count = EventTable.count(connection);
            List<EventRow> rows = EventTable.after(connection, place, count.latest(), customer, most);
            boolean all = rows.size() < most;
            long end = all
                    ? Math.max(place, count.latest())
                    : rows.get(rows.size() - 1).place();
            return new Found(rows, end, count.latest(), count.forgotten());
        }
    }

    /** Forgets what is too old, and of the rest what is too much, the oldest first. */
    void purge(Kept kept) throws SQLException {
        long old = clock.millis() - kept.time().toMillis();
        boolean more = true;
        while (more) {
            long[] left = new long[1];
            inTransaction(connection -> left[0] = forgetSome(connection, old, kept.most()));
            more = left[0] > 0;
        }
    }

    private static long forgetSome(Connection connection, long old, long most) throws SQLException {
        EventTable.Count count = EventTable.lock(connection);
        long all = Math.max(EventTable.lastBefore(connection, old), count.latest() - most);
        long upTo = Math.min(all, count.forgotten() + FORGOTTEN_AT_ONCE);
        if (upTo <= count.forgotten()) {
            return 0;
        }
        EventTable.delete(connection, count.forgotten(), upTo);
        EventTable.setCount(connection, count.latest(), upTo);
        return all - upTo;
    }

    private interface Work {
        void on(Connection connection) throws SQLException;
    }

    private void inTransaction(Work work) throws SQLException {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try {
                work.on(connection);
                connection.commit();
            } finally {
                // After a commit there is nothing to roll back, and on a failure everything.
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }
}
