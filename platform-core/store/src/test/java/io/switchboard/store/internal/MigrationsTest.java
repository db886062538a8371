package io.switchboard.store.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MigrationsTest {
    private static final Script ONE =
            Script.of("001_one.sql", "CREATE TABLE t (a INTEGER);\nINSERT INTO t VALUES (1);");
    private static final Script TWO = Script.of("002_two.sql", "INSERT INTO t VALUES (2);");
    private static final Script THREE = Script.of("003_three.sql", "ALTER TABLE t ADD b INTEGER;");

    @TempDir
    Path data;

    private Schemas schemas;

    @BeforeEach
    void open() throws SQLException {
        schemas = Stores.at(data);
    }

    @AfterEach
    void close() {
        schemas.close();
    }

    @Test
    void runsEachScriptOnceInOrder() throws Exception {
        assertEquals(3, sum(TWO, ONE));
        assertEquals(3, sum(TWO, ONE));
        assertEquals(3, sum(ONE, TWO, THREE));
        schemas.close();
        schemas = Stores.at(data);
        assertEquals(3, sum(ONE, TWO, THREE));
    }

    @Test
    void acceptsTheSchemaOfALaterVersion() throws Exception {
        assertEquals(3, sum(ONE, TWO, THREE));
        assertEquals(3, sum(ONE));
    }

    @Test
    void refusesAScriptThatWasChanged() throws Exception {
        assertEquals(3, sum(ONE, TWO));
        refuses(
                "001_one.sql was changed",
                Script.of("001_one.sql", "CREATE TABLE t (a BIGINT);\nINSERT INTO t VALUES (1);"),
                TWO);
        refuses(
                "001_other.sql was changed",
                Script.of("001_other.sql", "CREATE TABLE t (a INTEGER);\nINSERT INTO t VALUES (1);"));
        refuses(
                "002_two.sql was changed",
                ONE,
                Script.of("002_two.sql", "INSERT INTO t VALUES (2);\nINSERT INTO t VALUES (3);"));
    }

    @Test
    void refusesGapsAndTwins() throws Exception {
        assertEquals(1, sum(ONE, THREE));
        refuses("002_two.sql was added after", ONE, TWO, THREE);
        refuses("001_one.sql was applied and is missing", THREE);
        refuses("the same number", ONE, Script.of("001_twin.sql", "SELECT 1;"));
    }

    @Test
    void goesOnWhereAScriptFailed() throws Exception {
        refuses(
                "Statement 2 of 001_one.sql failed",
                Script.of("001_one.sql", "CREATE TABLE t (a INTEGER);\nINSRT INTO t VALUES (1);"));
        // PostgreSQL undoes all of a script that fails.
        if (!PostgresServer.exists()) {
            refuses(
                    "001_one.sql was changed",
                    Script.of("001_one.sql", "CREATE TABLE t (b INTEGER);\nINSERT INTO t VALUES (1);"));
        }
        assertEquals(1, sum(ONE));
    }

    @Test
    void bringsTwoVersionsThatComeAtOnceToOneSchema() throws Exception {
        List<CompletableFuture<Long>> both = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            boolean later = i % 2 == 0;
            both.add(CompletableFuture.supplyAsync(() -> {
                try {
                    return later ? sum(ONE, TWO) : sum(ONE);
                } catch (SQLException e) {
                    throw new AssertionError(e);
                }
            }));
        }
        for (CompletableFuture<Long> one : both) {
            assertTrue(one.join() >= 1);
        }
        assertEquals(3, sum(ONE));
    }

    private void refuses(String message, Script... scripts) {
        MigrationException refusal = assertThrows(MigrationException.class, () -> sum(scripts));
        assertTrue(String.valueOf(refusal.getMessage()).contains(message), refusal.getMessage());
    }

    private long sum(Script... scripts) throws SQLException {
        SchemaSource source = schemas.open("a.b", List.of(scripts));
        try (var connection = source.getConnection();
                ResultSet row = connection.createStatement().executeQuery("SELECT SUM(a) FROM t")) {
            row.next();
            return row.getLong(1);
        } finally {
            schemas.release(source);
        }
    }
}
