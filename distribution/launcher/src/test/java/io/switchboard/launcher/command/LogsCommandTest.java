package io.switchboard.launcher.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogsCommandTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path home;

    @Test
    void theLastLinesAreShownAndHalfALineIsNot() throws IOException {
        assertEquals(1, run().code());
        Path log = Files.createDirectory(home.resolve("logs")).resolve("hub.log");
        Files.writeString(log, """
                2026-01-01T00:00:00.000Z INFO  one
                2026-01-01T00:00:01.000Z WARN  two abc\u001b[2J
                java.io.IOException: it
                \tat x
                2026-01-01T00:00:02.000Z INFO  three
                2026-01-01T00:00:03""");
        assertEquals(
                "    at x\n2026-01-01T00:00:02.000Z INFO  three\n",
                run("-n", "2").out());
        assertEquals(
                "2026-01-01T00:00:01.000Z WARN  two abc [2J\njava.io.IOException: it\n    at x\n",
                run("--trace", "abc").out());
        assertEquals(64, run("-n", "x").code());
    }

    private Ran run(String... arguments) {
        return Ran.of(new LogsCommand(home, List.of(arguments)), "", false);
    }
}
