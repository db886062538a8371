package io.switchboard.core.internal.event;

import io.switchboard.connector.Audience;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The statements on events, in SQL that H2 and PostgreSQL both take. Each works on a connection of the hub's own. */
final class EventTable {
    /** Of the store's schema, by its {@code 002_outbox.sql}. */
    static final String OUTBOX = "\"IO_SWITCHBOARD_STORE\".outbox";

    private static final String COLUMNS =
            "id, bundle, event_key, type, scope, audience, customer, subject, happened, data";

    private EventTable() {}

    /**
     * How far the events are.
     *
     * @param latest the place of the last one
     * @param forgotten the place of the last one that is no longer kept
     * @param waiting whether there are more in the outbox
     */
    record Count(long latest, long forgotten, boolean waiting) {}

    static Count count(Connection connection) throws SQLException {
        return count(
                connection,
                "SELECT latest, forgotten, EXISTS (SELECT 1 FROM " + OUTBOX + ") FROM event_count WHERE id = 1");
    }

    /** The same, and nobody else gives places until the end of the transaction. */
    static Count lock(Connection connection) throws SQLException {
        return count(connection, "SELECT latest, forgotten, FALSE FROM event_count WHERE id = 1 FOR UPDATE");
    }

    private static Count count(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet found = statement.executeQuery()) {
            found.next();
            return new Count(found.getLong(1), found.getLong(2), found.getBoolean(3));
        }
    }

    static void setCount(Connection connection, long latest, long forgotten) throws SQLException {
        update(connection, "UPDATE event_count SET latest = ?, forgotten = ? WHERE id = 1", latest, forgotten);
    }

    /** The numbers of the oldest in the outbox. Those with lower numbers that are not committed yet come later. */
    static List<Long> waiting(Connection connection, int most) throws SQLException {
        List<Long> numbers = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT number FROM " + OUTBOX + " ORDER BY number FETCH FIRST " + most + " ROWS ONLY")) {
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    numbers.add(found.getLong(1));
                }
            }
        }
        return numbers;
    }

    /** Takes one out of the outbox and gives it a place, unless it was told before; false: it was. */
    static boolean move(Connection connection, long number, long place, long now) throws SQLException {
        int moved = update(
                connection,
                "INSERT INTO event (place, recorded, " + COLUMNS + ") SELECT CAST(? AS BIGINT), CAST(? AS BIGINT), "
                        + COLUMNS + " FROM " + OUTBOX + " o WHERE o.number = ? AND (o.event_key IS NULL OR NOT EXISTS"
                        + " (SELECT 1 FROM event e WHERE e.bundle = o.bundle AND e.event_key = o.event_key))",
                place,
                now,
                number);
        update(connection, "DELETE FROM " + OUTBOX + " WHERE number = ?", number);
        return moved == 1;
    }

    /** The next after a place and up to another; of one customer, and not for staff, where one is given. */
    static List<EventRow> after(Connection connection, long after, long last, Optional<String> customer, int most)
            throws SQLException {
        String sql = "SELECT place, " + COLUMNS + " FROM event WHERE place > ? AND place <= ?"
                + (customer.isPresent() ? " AND customer = ? AND audience = 'CUSTOMER'" : "")
                + " ORDER BY place FETCH FIRST " + most + " ROWS ONLY";
        List<EventRow> rows = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, after);
            statement.setLong(2, last);
            if (customer.isPresent()) {
                statement.setString(3, customer.get());
            }
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    rows.add(row(found));
                }
            }
        }
        return rows;
    }

    private static EventRow row(ResultSet found) throws SQLException {
        return new EventRow(
                found.getLong("place"),
                found.getString("id"),
                found.getString("type"),
                found.getString("scope"),
                Audience.valueOf(found.getString("audience")),
                Optional.ofNullable(found.getString("customer")),
                Optional.ofNullable(found.getString("subject")),
                Instant.ofEpochMilli(found.getLong("happened")),
                MemberText.read(found.getString("data")));
    }

    /** The place of the last that was recorded before a time; 0 where there is none. */
    static long lastBefore(Connection connection, long time) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT COALESCE(MAX(place), 0) FROM event WHERE recorded < ?")) {
            statement.setLong(1, time);
            try (ResultSet found = statement.executeQuery()) {
                found.next();
                return found.getLong(1);
            }
        }
    }

    static int delete(Connection connection, long after, long upTo) throws SQLException {
        return update(connection, "DELETE FROM event WHERE place > ? AND place <= ?", after, upTo);
    }

    private static int update(Connection connection, String sql, long... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setLong(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }
}
