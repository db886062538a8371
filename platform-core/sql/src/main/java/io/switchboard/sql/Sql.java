package io.switchboard.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A statement and its values, in the order they stand in it.
 *
 * <pre>{@code
 * Optional<Ticket> found = new Sql("select * from ticket where customer_id = ?")
 *         .value(customerId)
 *         .add("and id = ?", id)
 *         .first(connection, TicketTable::read);
 * }</pre>
 *
 * <p>What is added to its text is always the program's own; what others say is a value. Whatever fails does so by an {@link SQLException},
 * which {@link Transactions} says in the hub's codes. Not safe for use from several threads.
 */
public final class Sql {
    private final StringBuilder text;
    private final List<@Nullable Object> values = new ArrayList<>();

    /** Begins one. */
    public Sql(String text) {
        this.text = new StringBuilder(text);
    }

    /**
     * Makes a result of a row.
     *
     * @param <R> the result
     */
    @FunctionalInterface
    public interface RowReader<R> {
        /** Reads the row that the result set is on, and does not move it. */
        R read(ResultSet row) throws SQLException;
    }

    /** Adds a further part, behind a space, with its values as {@link #value} takes them. */
    public Sql add(String part, Object... partValues) {
        text.append(' ').append(part);
        for (Object value : partValues) {
            value(value);
        }
        return this;
    }

    /**
     * Adds the value of the next question mark.
     *
     * @param value a text, number, truth value or date; an {@link Instant}; an enum's constant, which is written by its name; an
     *     {@link Optional} of any of these, which stands for what is in it, or for null
     */
    public Sql value(Object value) {
        Object plain = value instanceof Optional<?> optional ? optional.orElse(null) : value;
        values.add(
                plain instanceof Instant instant
                        ? instant.atOffset(ZoneOffset.UTC)
                        : plain instanceof Enum<?> constant ? constant.name() : plain);
        return this;
    }

    /** Runs it; how many rows it changed. */
    public int update(Connection connection) throws SQLException {
        try (PreparedStatement statement = prepare(connection, false)) {
            return statement.executeUpdate();
        }
    }

    /** Inserts one row, and gives the key that the database chose for its column {@code id}. */
    public long insert(Connection connection) throws SQLException {
        try (PreparedStatement statement = prepare(connection, true)) {
            statement.executeUpdate();
            try (ResultSet keys = statement.getGeneratedKeys()) {
                keys.next();
                return keys.getLong(1);
            }
        }
    }

    /** All rows; the statement itself has to bound them. */
    public <R> List<R> list(Connection connection, RowReader<R> reader) throws SQLException {
        try (PreparedStatement statement = prepare(connection, false);
                ResultSet rows = statement.executeQuery()) {
            List<R> list = new ArrayList<>();
            while (rows.next()) {
                list.add(reader.read(rows));
            }
            return list;
        }
    }

    /** The first row; empty where there is none. */
    public <R> Optional<R> first(Connection connection, RowReader<R> reader) throws SQLException {
        try (PreparedStatement statement = prepare(connection, false);
                ResultSet rows = statement.executeQuery()) {
            return rows.next() ? Optional.of(reader.read(rows)) : Optional.empty();
        }
    }

    /** A time that is always there. */
    public static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** A time that may be missing. */
    public static Optional<Instant> optionalInstant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private PreparedStatement prepare(Connection connection, boolean keys) throws SQLException {
        // By column name: PostgreSQL would give back the whole row otherwise.
        PreparedStatement statement = keys
                ? connection.prepareStatement(text.toString(), new String[] {"id"})
                : connection.prepareStatement(text.toString());
        try {
            for (int i = 0; i < values.size(); i++) {
                statement.setObject(i + 1, values.get(i));
            }
            return statement;
        } catch (SQLException | RuntimeException e) {
            statement.close();
            throw e;
        }
    }
}
