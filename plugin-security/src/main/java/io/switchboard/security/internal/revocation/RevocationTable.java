package io.switchboard.security.internal.revocation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** The statements on the tables of revoked tokens, within the caller's transaction. */
final class RevocationTable {
    /**
     * A revoked token.
     *
     * @param id what names it
     * @param place where it stands in the order of revocations
     * @param expires when it would have ended by itself
     */
    record Row(String id, long place, Instant expires) {}

    private RevocationTable() {}

    /** The next rows behind a place, in their order. */
    static List<Row> after(Connection connection, long place, int limit) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT id, place, expires_at FROM oauth_revoked_token"
                        + " WHERE place > ? ORDER BY place FETCH FIRST ? ROWS ONLY")) {
            select.setLong(1, place);
            select.setInt(2, limit);
            List<Row> found = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    Instant expires =
                            rows.getObject("expires_at", OffsetDateTime.class).toInstant();
                    found.add(new Row(rows.getString("id"), rows.getLong("place"), expires));
                }
            }
            return found;
        }
    }

    static int count(Connection connection, String clientId) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT COUNT(*) FROM oauth_revoked_token WHERE client_id = ?")) {
            select.setString(1, clientId);
            return number(select).intValue();
        }
    }

    /** Takes the next place; until the transaction ends, nobody else gets one. */
    static long nextPlace(Connection connection) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                        "UPDATE oauth_revocation_count SET latest = latest + 1 WHERE id = 1");
                PreparedStatement select =
                        connection.prepareStatement("SELECT latest FROM oauth_revocation_count WHERE id = 1")) {
            update.executeUpdate();
            return number(select);
        }
    }

    static void insert(Connection connection, String clientId, Row row) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO oauth_revoked_token (id, place, client_id, expires_at) VALUES (?, ?, ?, ?)")) {
            insert.setString(1, row.id());
            insert.setLong(2, row.place());
            insert.setString(3, clientId);
            insert.setObject(4, row.expires().atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        }
    }

    static int deleteExpired(Connection connection, Instant before) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("DELETE FROM oauth_revoked_token WHERE expires_at < ?")) {
            delete.setObject(1, before.atOffset(ZoneOffset.UTC));
            return delete.executeUpdate();
        }
    }

    private static Long number(PreparedStatement select) throws SQLException {
        try (ResultSet row = select.executeQuery()) {
            if (!row.next()) {
                throw new SQLException("a count has no row");
            }
            return row.getLong(1);
        }
    }
}
