package io.switchboard.store.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AwaitedSourceTest {
    private static final List<Script> SCRIPTS =
            List.of(Script.of("001_t.sql", "CREATE TABLE t (i INTEGER);\nINSERT INTO t VALUES (5);"));

    @TempDir
    Path folder;

    private final IllegalStateException gone = new IllegalStateException("The database is away.");
    private final AtomicLong nanos = new AtomicLong();
    private Schemas schemas;
    private boolean away = true;
    private int asked;
    private List<Script> scripts = SCRIPTS;
    private AwaitedSource source;

    @BeforeEach
    void open() throws SQLException {
        schemas = Stores.at(folder.resolve("data"), Duration.ZERO);
        source = new AwaitedSource("a.a", this::schema, gone, nanos::get);
    }

    @AfterEach
    void close() {
        schemas.close();
    }

    private SchemaSource schema() {
        asked++;
        if (away) {
            throw gone;
        }
        return schemas.open("a.a", scripts);
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    @Test
    void opensTheSchemaForTheFirstWhoAsksWhenTheDatabaseIsBack() throws SQLException {
        pass(Duration.ofSeconds(1));
        assertSame(gone, assertThrows(SQLException.class, source::getConnection).getCause());
        away = false;
        pass(Duration.ofSeconds(1));
        for (int i = 0; i < 2; i++) {
            try (Connection connection = source.getConnection();
                    ResultSet row = connection.createStatement().executeQuery("SELECT SUM(i) FROM t")) {
                assertTrue(row.next());
                assertEquals(5, row.getInt(1));
            }
        }
        assertEquals(2, asked);
    }

    @Test
    void doesNotAskADatabaseThatIsAwayForEachCall() {
        pass(Duration.ofSeconds(1));
        for (int i = 0; i < 10; i++) {
            assertThrows(SQLException.class, source::getConnection);
        }
        assertEquals(1, asked);
    }

    @Test
    void saysForEverThatItsMigrationsDoNotFit() {
        away = false;
        scripts = List.of(Script.of("001_t.sql", "CREATE TABEL t (i INTEGER);"));
        pass(Duration.ofSeconds(1));
        for (int i = 0; i < 2; i++) {
            SQLException failure = assertThrows(SQLException.class, source::getConnection);
            assertTrue(String.valueOf(failure.getMessage()).contains("001_t"), failure::toString);
            pass(Duration.ofSeconds(1));
        }
        assertEquals(1, asked);
    }

    @Test
    void isNotOpenedForABundleThatHasGone() {
        away = false;
        pass(Duration.ofSeconds(1));
        source.release(Duration.ZERO);
        assertThrows(SQLException.class, source::getConnection);
        assertEquals(0, asked);
    }

    @Test
    void isClosedWithItsBundle() throws SQLException {
        away = false;
        pass(Duration.ofSeconds(1));
        source.getConnection().close();
        source.release(Duration.ZERO);
        assertThrows(SQLException.class, source::getConnection);
    }
}
