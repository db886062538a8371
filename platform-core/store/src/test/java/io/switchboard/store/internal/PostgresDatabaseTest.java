package io.switchboard.store.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.connector.Secret;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What PostgreSQL does otherwise than the embedded database. */
@EnabledIfSystemProperty(named = "test.postgres", matches = ".+")
final class PostgresDatabaseTest {
    private static final List<Script> ONE =
            List.of(Script.of("001_s.sql", "CREATE TABLE s (v VARCHAR);\nINSERT INTO s VALUES ('secret');"));

    private StoreSettings settings = StoreSettings.EMBEDDED;

    @BeforeEach
    void make() throws SQLException {
        settings = PostgresServer.fresh();
    }

    private Schemas open() throws SQLException {
        return Schemas.on(settings, Duration.ZERO);
    }

    private static long count(SchemaSource source, String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * FROM \"B_B\".s",
                "INSERT INTO \"B_B\".s VALUES ('x')",
                "CREATE TABLE \"B_B\".t (i INTEGER)",
                "CREATE TABLE public.t (i INTEGER)",
                "DROP TABLE \"B_B\".s",
                "DROP SCHEMA \"B_B\" CASCADE",
                "GRANT SELECT ON \"B_B\".s TO CURRENT_USER",
                "SELECT * FROM switchboard.hub",
                "SET ROLE pg_monitor",
                "CREATE ROLE c",
                "CREATE SCHEMA c",
                "ALTER ROLE CURRENT_USER CREATEROLE",
                "SELECT pg_read_file('/etc/hostname')",
                "COPY (SELECT 1) TO '/tmp/never-written'",
                "COPY (SELECT 1) TO PROGRAM 'true'",
                "ALTER SYSTEM SET port = 1",
                "SELECT rolpassword FROM pg_authid",
            })
    void keepsBundlesApart(String sql) throws Exception {
        try (Schemas schemas = open()) {
            schemas.open("b.b", ONE);
            SchemaSource a = schemas.open("a.a", List.of(Script.of("001_own.sql", "CREATE TABLE own (id INTEGER);")));
            try (Connection connection = a.getConnection();
                    Statement statement = connection.createStatement()) {
                assertThrows(SQLException.class, () -> statement.execute(sql));
                statement.execute("INSERT INTO own VALUES (1)");
            }
        }
    }

    @Test
    void lostRolesAndPasswordsAreMadeAgain() throws Exception {
        try (Schemas schemas = open()) {
            assertEquals(1, count(schemas.open("a.a", ONE), "SELECT COUNT(*) FROM s"));
        }
        PostgresServer.sql("ALTER ROLE \"" + settings.user() + ".A_A\" PASSWORD 'another'");
        try (Schemas schemas = open()) {
            assertEquals(1, count(schemas.open("a.a", ONE), "SELECT COUNT(*) FROM s"));
        }
    }

    @Test
    void severalHubsMigrateOnce() throws Exception {
        List<CompletableFuture<Long>> hubs = new java.util.ArrayList<>();
        for (int i = 0; i < 4; i++) {
            hubs.add(CompletableFuture.supplyAsync(() -> {
                try (Schemas schemas = open()) {
                    return count(schemas.open("a.a", ONE), "SELECT COUNT(*) FROM s");
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            }));
        }
        for (CompletableFuture<Long> hub : hubs) {
            assertEquals(1, hub.get());
        }
    }

    @Test
    void twoDatabasesOfOneServerDoNotMeet() throws Exception {
        StoreSettings other = PostgresServer.fresh();
        try (Schemas one = open();
                Schemas two = Schemas.on(other, Duration.ZERO)) {
            SchemaSource ours = one.open("a.a", ONE);
            SchemaSource theirs = two.open("a.a", ONE);
            try (Connection connection = ours.getConnection()) {
                connection.createStatement().execute("DELETE FROM s");
            }
            assertEquals(0, count(ours, "SELECT COUNT(*) FROM s"));
            assertEquals(1, count(theirs, "SELECT COUNT(*) FROM s"));
        }
    }

    @Test
    void goesOnAfterItsConnectionsWereCut() throws Exception {
        try (Schemas schemas = open()) {
            SchemaSource source = schemas.open("a.a", ONE);
            PostgresServer.sql(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + settings.user() + "'");
            long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
            boolean again = false;
            while (!again && System.nanoTime() < end) {
                try {
                    again = count(source, "SELECT COUNT(*) FROM s") == 1;
                } catch (SQLException e) {
                    Thread.onSpinWait();
                }
            }
            assertTrue(again);
        }
    }

    @Test
    void saysThatItCannotBeReachedOrDoesNotTakeTheUser() {
        StoreSettings wrong = new StoreSettings(settings.url(), settings.user(), Secret.of("wrong"), 8);
        assertThrows(SQLException.class, () -> Schemas.on(wrong));
        StoreSettings away = new StoreSettings(Optional.of("jdbc:postgresql://127.0.0.1:1/x"), "x", Secret.of("x"), 8);
        assertThrows(SQLException.class, () -> Schemas.on(away));
    }
}
