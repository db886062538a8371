package io.switchboard.store.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ScriptTest {
    @Test
    void splitsAtSemicolonsThatEndALine() {
        Script script = Script.of("007_a_b.sql", """
                -- first; really;
                CREATE TABLE t (
                  v VARCHAR  -- what is meant
                );  -- done

                INSERT INTO t VALUES ('a;b');
                """);
        assertEquals(7, script.number());
        assertEquals("007_a_b.sql", script.toString());
        assertEquals(
                List.of("CREATE TABLE t (\n  v VARCHAR  -- what is meant\n)", "INSERT INTO t VALUES ('a;b')"),
                script.statements());
    }

    @Test
    void refusesWhatItCannotRead() {
        assertThrows(IllegalArgumentException.class, () -> Script.of("7_a.sql", "SELECT 1;"));
        assertThrows(IllegalArgumentException.class, () -> Script.of("007-a.sql", "SELECT 1;"));
        assertThrows(IllegalArgumentException.class, () -> Script.of("007_a.sql", "SELECT 1"));
    }
}
