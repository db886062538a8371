package io.switchboard.security.internal.client;

import io.switchboard.connector.Principal;
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
import java.util.Set;

/** The statements on the table of clients, within the caller's transaction. */
final class ClientTable {
    private static final String ALL =
            "SELECT id, kind, roles, secret_hash, generation, created_at, changed_at, changed_by FROM oauth_client";

    private ClientTable() {}

    static Optional<Client> find(Connection connection, String id) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(ALL + " WHERE id = ?")) {
            select.setString(1, id);
            return rows(select).stream().findFirst();
        }
    }

    static List<Client> list(Connection connection, String after, int limit) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(ALL + " WHERE id > ? ORDER BY id FETCH FIRST ? ROWS ONLY")) {
            select.setString(1, after);
            select.setInt(2, limit);
            return rows(select);
        }
    }

    static void insert(Connection connection, Client client) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO oauth_client (id, kind, roles, secret_hash, generation, created_at, changed_at, changed_by)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, client.id());
            insert.setString(2, client.kind().name());
            insert.setString(3, String.join(" ", client.roles()));
            insert.setString(4, client.secretHash());
            insert.setLong(5, client.generation());
            insert.setObject(6, client.created().atOffset(ZoneOffset.UTC));
            insert.setObject(7, client.changed().atOffset(ZoneOffset.UTC));
            insert.setString(8, client.changedBy());
            insert.executeUpdate();
        }
    }

    /** Replaces the secret; false where the client is not there any more. */
    static boolean updateSecret(Connection connection, Client client) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE oauth_client SET secret_hash = ?, generation = ?, changed_at = ?, changed_by = ? WHERE id = ?")) {
            update.setString(1, client.secretHash());
            update.setLong(2, client.generation());
            update.setObject(3, client.changed().atOffset(ZoneOffset.UTC));
            update.setString(4, client.changedBy());
            update.setString(5, client.id());
            return update.executeUpdate() == 1;
        }
    }

    /** Ends a client's tokens; false where the client is not there any more. */
    static boolean updateGeneration(Connection connection, String id, long generation) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE oauth_client SET generation = ? WHERE id = ?")) {
            update.setLong(1, generation);
            update.setString(2, id);
            return update.executeUpdate() == 1;
        }
    }

    /** Deletes a client; false where it is not there. */
    static boolean delete(Connection connection, String id) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM oauth_client WHERE id = ?")) {
            delete.setString(1, id);
            return delete.executeUpdate() == 1;
        }
    }

    private static List<Client> rows(PreparedStatement select) throws SQLException {
        List<Client> found = new ArrayList<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                found.add(new Client(
                        rows.getString("id"),
                        Principal.Kind.valueOf(rows.getString("kind")),
                        Set.of(rows.getString("roles").split(" ", -1)),
                        rows.getString("secret_hash"),
                        rows.getLong("generation"),
                        instant(rows, "created_at"),
                        instant(rows, "changed_at"),
                        rows.getString("changed_by")));
            }
        }
        return found;
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
