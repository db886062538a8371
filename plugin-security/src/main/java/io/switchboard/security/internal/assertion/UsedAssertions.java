package io.switchboard.security.internal.assertion;

import io.switchboard.security.internal.store.StoreUnavailable;
import io.switchboard.security.internal.store.Transactions;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/** What clients have authenticated with, so that it counts once, over restarts and nodes. Safe for use from many threads. */
final class UsedAssertions {
    /** The most that one client may have within the time that they last. */
    static final int MOST_PER_CLIENT = 20_000;

    private static final Duration CLEANED_EVERY = Duration.ofMinutes(1);

    private final Transactions store;
    private final InstantSource clock;
    private final AtomicLong cleanedAt;

    /** How using one ended. */
    enum Use {
        FIRST,
        AGAIN,
        TOO_MANY
    }

    UsedAssertions(DataSource store, InstantSource clock) {
        this.store = new Transactions(store);
        this.clock = clock;
        this.cleanedAt = new AtomicLong(clock.millis());
    }

    /** Uses one up; throws {@link StoreUnavailable} where nobody can say whether it was used. */
    Use use(String clientId, String id, Instant expires) {
        clean();
        return store.run(connection -> {
            if (count(connection, clientId) >= MOST_PER_CLIENT) {
                return Use.TOO_MANY;
            }
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO oauth_used_assertion (client_id, digest, expires_at) VALUES (?, ?, ?)")) {
                insert.setString(1, clientId);
                insert.setString(2, digest(id));
                insert.setObject(3, expires.atOffset(ZoneOffset.UTC));
                insert.executeUpdate();
                return Use.FIRST;
            } catch (SQLException e) {
                if (Transactions.isTaken(e)) {
                    connection.rollback();
                    return Use.AGAIN;
                }
                throw e;
            }
        });
    }

    private static int count(Connection connection, String clientId) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT COUNT(*) FROM oauth_used_assertion WHERE client_id = ?")) {
            select.setString(1, clientId);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    private void clean() {
        long last = cleanedAt.get();
        Instant now = clock.instant();
        if (now.toEpochMilli() < last + CLEANED_EVERY.toMillis()
                || !cleanedAt.compareAndSet(last, now.toEpochMilli())) {
            return;
        }
        store.run(connection -> {
            try (PreparedStatement delete =
                    connection.prepareStatement("DELETE FROM oauth_used_assertion WHERE expires_at < ?")) {
                // Clocks of nodes may differ.
                delete.setObject(1, now.minus(CLEANED_EVERY).atOffset(ZoneOffset.UTC));
                return delete.executeUpdate();
            }
        });
    }

    private static String digest(String id) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
