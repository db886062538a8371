package io.switchboard.store.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KillTest {
    private static final int KILLS = 3;
    private static final int ROWS_BEFORE_A_KILL = 3000;

    @TempDir
    Path data;

    @Test
    void losesNoCommittedRow() throws Exception {
        Set<Long> told = new HashSet<>();
        for (int kill = 0; kill < KILLS; kill++) {
            Process writer = Writer.start(data, kill * 10_000_000L);
            try (BufferedReader lines = writer.inputReader()) {
                assertEquals("open", lines.readLine(), () -> log());
                for (int i = 0; i < ROWS_BEFORE_A_KILL; i++) {
                    told.add(Long.parseLong(lines.readLine()));
                }
                // Not the Process's own method: it would close the pipe too.
                writer.toHandle().destroyForcibly();
                // What it told before it died stands in the pipe still; the last line may be cut off.
                List<String> rest = lines.lines().toList();
                rest.stream()
                        .limit(Math.max(0, rest.size() - 1))
                        .map(Long::valueOf)
                        .forEach(told::add);
            }
            writer.waitFor();
            Set<Long> lost = new HashSet<>(told);
            lost.removeAll(stored());
            assertEquals(Set.of(), lost);
        }
    }

    @Test
    void tellsClearlyThatAnotherProcessHasTheFile() throws Exception {
        Process first = Writer.start(data, 0);
        try (BufferedReader lines = first.inputReader()) {
            assertEquals("open", lines.readLine(), () -> log());
            IllegalStateException refusal =
                    assertThrows(IllegalStateException.class, () -> Schemas.under(data.toString()));
            assertTrue(
                    String.valueOf(refusal.getMessage()).contains("in use by another process"), refusal.getMessage());
        } finally {
            first.destroyForcibly().waitFor();
        }
    }

    private Set<Long> stored() throws Exception {
        Schemas schemas = Schemas.under(data.toString());
        try (Connection connection = schemas.open(Writer.BUNDLE, Writer.SCRIPTS).getConnection();
                ResultSet rows = connection.createStatement().executeQuery("SELECT id FROM t")) {
            Set<Long> stored = new HashSet<>();
            while (rows.next()) {
                stored.add(rows.getLong(1));
            }
            return stored;
        } finally {
            schemas.close();
        }
    }

    private String log() {
        try {
            return Files.readString(data.resolve("writer.log"));
        } catch (IOException e) {
            return e.toString();
        }
    }
}
