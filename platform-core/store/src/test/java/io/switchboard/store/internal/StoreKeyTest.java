package io.switchboard.store.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StoreKeyTest {
    @TempDir
    Path data;

    @Test
    void isMadeOnceForItsOwnerAlone() throws Exception {
        Path file = data.resolve("store.key");
        StoreKey made = StoreKey.of(file, false);
        StoreKey read = StoreKey.of(file, true);
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertEquals(32, Files.size(file));
        assertFalse(Files.exists(data.resolve("store.key.new")));
        assertEquals(made.password("a.b"), read.password("a.b"));
        assertNotEquals(made.password("a.b"), made.password("a.c"));
    }

    @Test
    void isNotReplacedWhereItIsLostOrDamaged() throws Exception {
        Path file = data.resolve("store.key");
        assertThrows(IOException.class, () -> StoreKey.of(file, true));
        Files.write(file, new byte[31]);
        assertThrows(IOException.class, () -> StoreKey.of(file, true));
        assertEquals(31, Files.size(file));
    }
}
