package io.switchboard.secrets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.secrets.SecretFault.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class SecretStoreTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path data;

    @SuppressWarnings("NullAway.Init")
    private SecretStore store;

    @BeforeEach
    void make() {
        store = new SecretStore(data, InstantSource.fixed(NOW));
    }

    @Test
    void whatIsSetIsReadListedAndRemoved() throws IOException {
        assertEquals(Optional.empty(), store.value("crm"));
        assertEquals(List.of(), store.list());
        store.set("redmine.key", "käse\nzwei");
        store.set("crm", "old");
        store.set("crm", "new");
        assertEquals(Optional.of("new"), store.value("crm"));
        assertEquals(Optional.of("käse\nzwei"), store.value("redmine.key"));
        assertEquals(
                List.of(new SecretStore.Listed("crm", NOW), new SecretStore.Listed("redmine.key", NOW)), store.list());
        assertTrue(store.remove("crm"));
        assertFalse(store.remove("crm"));
        assertEquals(Optional.empty(), store.value("crm"));
        assertEquals(Optional.of("käse\nzwei"), store.value("redmine.key"));
    }

    @Test
    void nothingIsReadableOnTheDiskAndAllIsTheOwnersAlone() throws IOException {
        store.set("crm", "hunter2-hunter2");
        assertEquals("rwx------", mode(store.folder()));
        try (Stream<Path> files = Files.list(store.folder())) {
            for (Path file : files.toList()) {
                assertEquals("rw-------", mode(file), file.toString());
                assertFalse(Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1)
                        .contains("hunter2"));
            }
        }
    }

    @Test
    void aLineOpensInItsOwnPlaceOnly() throws IOException {
        store.set("low", "guest");
        store.set("high", "admin");
        List<String> lines = Files.readAllLines(store.file());
        String[] high = lines.get(1).split("\t", -1);
        String[] low = lines.get(2).split("\t", -1);
        Files.write(
                store.file(),
                List.of(
                        lines.get(0),
                        String.join("\t", high[0], high[1], low[2]),
                        String.join("\t", low[0], low[1], high[2])));
        assertFault(Reason.DAMAGED, () -> store.value("low"));
        assertFault(Reason.DAMAGED, () -> store.value("high"));
        Files.write(store.file(), List.of(lines.get(0), lines.get(1).replace("10:00", "10:01"), lines.get(2)));
        assertFault(Reason.DAMAGED, () -> store.value("high"));
        assertEquals(Optional.of("guest"), store.value("low"));
        store.set("high", "again");
        assertEquals(Optional.of("again"), store.value("high"));
    }

    @Test
    void damageIsToldAndNeverTakenForNoSecret() throws IOException {
        store.set("crm", "x");
        byte[] good = Files.readAllBytes(store.file());
        for (String bad : List.of("", "switchboard-secrets 2\n", "switchboard-secrets 1\ncrm\n")) {
            Files.writeString(store.file(), bad);
            assertFault(Reason.DAMAGED, () -> store.value("crm"));
            assertFault(Reason.DAMAGED, () -> store.set("other", "y"));
        }
        Files.write(store.file(), good);
        Path key = store.folder().resolve("key");
        byte[] right = Files.readAllBytes(key);
        Files.write(key, new byte[31]);
        assertFault(Reason.DAMAGED, () -> store.value("crm"));
        Files.write(key, new byte[32]);
        assertFault(Reason.DAMAGED, () -> store.value("crm"));
        Files.delete(key);
        assertFault(Reason.NO_KEY, () -> store.value("crm"));
        assertFault(Reason.NO_KEY, () -> store.set("other", "y"));
        Files.write(key, right);
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r-----"));
        assertFault(Reason.OPEN_TO_OTHERS, () -> store.value("crm"));
    }

    @Test
    void namesAndValuesHaveBounds() throws IOException {
        for (String name : List.of("", " ", "a b", "-a", ".a", "a/b", "a]", "é", "a".repeat(101), "a\n")) {
            assertFault(Reason.NAME, () -> store.set(name, "x"));
        }
        assertFault(Reason.VALUE, () -> store.set("a", ""));
        assertFault(Reason.VALUE, () -> store.set("a", "x".repeat(SecretStore.MAX_VALUE_BYTES + 1)));
        store.set("a".repeat(100), "x".repeat(SecretStore.MAX_VALUE_BYTES));
    }

    @Test
    void twoProcessesLoseNothingOfEachOther() throws Exception {
        List<Process> writers = new ArrayList<>();
        for (String each : List.of("left", "right", "middle")) {
            writers.add(new ProcessBuilder(
                            ProcessHandle.current().info().command().orElseThrow(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            SecretWriter.class.getName(),
                            data.toString(),
                            each,
                            "25")
                    .inheritIO()
                    .start());
        }
        for (int i = 0; i < 25; i++) {
            store.set("here-" + i, "v" + i);
        }
        for (Process writer : writers) {
            assertEquals(0, writer.waitFor());
        }
        assertEquals(100, store.list().size());
        for (SecretStore.Listed each : store.list()) {
            String number = each.name().substring(each.name().indexOf('-') + 1);
            assertEquals(Optional.of("v" + number), store.value(each.name()));
        }
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    private static void assertFault(Reason reason, Executable act) {
        assertEquals(reason, assertThrows(SecretFault.class, act).reason());
    }
}
