package io.switchboard.security.internal.client;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** The statements on the table of clients' keys, within the caller's transaction. */
final class ClientKeyTable {
    private ClientKeyTable() {}

    static List<ClientKey> list(Connection connection, String clientId) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT id, algorithm, public_key, created_at, created_by"
                        + " FROM oauth_client_key WHERE client_id = ? ORDER BY created_at, id")) {
            select.setString(1, clientId);
            List<ClientKey> found = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    KeyAlgorithm algorithm = KeyAlgorithm.valueOf(rows.getString("algorithm"));
                    found.add(new ClientKey(
                            rows.getString("id"),
                            algorithm,
                            key(algorithm, rows.getString("public_key")),
                            rows.getObject("created_at", OffsetDateTime.class).toInstant(),
                            rows.getString("created_by")));
                }
            }
            return found;
        }
    }

    static void insert(Connection connection, String clientId, ClientKey key) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO oauth_client_key (client_id, id, algorithm, public_key, created_at, created_by)"
                        + " VALUES (?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, clientId);
            insert.setString(2, key.id());
            insert.setString(3, key.algorithm().name());
            insert.setString(4, Base64.getEncoder().encodeToString(key.key().getEncoded()));
            insert.setObject(5, key.created().atOffset(ZoneOffset.UTC));
            insert.setString(6, key.createdBy());
            insert.executeUpdate();
        }
    }

    /** Deletes a key; false where it is not there. */
    static boolean delete(Connection connection, String clientId, String keyId) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("DELETE FROM oauth_client_key WHERE client_id = ? AND id = ?")) {
            delete.setString(1, clientId);
            delete.setString(2, keyId);
            return delete.executeUpdate() == 1;
        }
    }

    private static PublicKey key(KeyAlgorithm algorithm, String encoded) throws SQLException {
        try {
            return KeyFactory.getInstance(algorithm.family())
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(encoded)));
        } catch (GeneralSecurityException e) {
            throw new SQLException("a key of a client cannot be read", e);
        }
    }
}
