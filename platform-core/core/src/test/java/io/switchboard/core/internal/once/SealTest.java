package io.switchboard.core.internal.once;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealTest {
    @TempDir
    Path directory;

    @Test
    void aTextOpensInItsContextOnly() throws Exception {
        Seal seal = Seal.of(directory.resolve("claims.key"));
        String sealed = seal.seal("page/ticket.v1.ticket.list/C-1", "after=第7");
        assertTrue(sealed.matches("[A-Za-z0-9_-]+"));
        assertEquals(Optional.of("after=第7"), seal.open("page/ticket.v1.ticket.list/C-1", sealed));
        assertEquals(Optional.empty(), seal.open("page/ticket.v1.ticket.list/C-2", sealed));
        assertNotEquals(sealed, seal.seal("page/ticket.v1.ticket.list/C-1", "after=第7"));
        assertEquals(
                Optional.of("after=第7"),
                Seal.of(directory.resolve("claims.key")).open("page/ticket.v1.ticket.list/C-1", sealed));
    }

    @Test
    void nothingElseOpens() throws Exception {
        Seal seal = Seal.of(directory.resolve("claims.key"));
        String sealed = seal.seal("c", "text");
        for (int i = 0; i < sealed.length(); i++) {
            char other = sealed.charAt(i) == 'A' ? 'Q' : 'A';
            String altered = sealed.substring(0, i) + other + sealed.substring(i + 1);
            if (i < sealed.length() - 1) { // the last character has bits that count for nothing
                assertEquals(Optional.empty(), seal.open("c", altered));
            }
            assertEquals(Optional.empty(), seal.open("c", sealed.substring(0, i)));
        }
        for (String wrong : List.of("", "!", "A", "A".repeat(100), "A".repeat(1_000_000), "页")) {
            assertEquals(Optional.empty(), seal.open("c", wrong));
        }
        assertEquals(Optional.empty(), Seal.of(directory.resolve("other.key")).open("c", sealed));
    }

    @Test
    void theLongestTextFitsAndALongerIsRefused() throws Exception {
        Seal seal = Seal.of(directory.resolve("claims.key"));
        String longest = "a".repeat(Seal.MAX_TEXT);
        String sealed = seal.seal("c", longest);
        assertTrue(sealed.length() <= 2_040);
        assertEquals(Optional.of(longest), seal.open("c", sealed));
        assertThrows(IllegalArgumentException.class, () -> seal.seal("c", longest + "a"));
    }

    @Test
    void theKeyFileIsItsOwnersAndWhole() throws Exception {
        Path file = directory.resolve("claims.key");
        Seal.of(file);
        assertEquals(32, Files.size(file));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        try (Stream<Path> all = Files.list(directory)) {
            assertEquals(List.of(file), all.toList());
        }
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        assertThrows(IOException.class, () -> Seal.of(file));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        Files.write(file, new byte[31]);
        assertThrows(IOException.class, () -> Seal.of(file));
        assertThrows(IOException.class, () -> Seal.of(directory.resolve("missing/claims.key")));
    }

    @Test
    void allWhoMakeTheKeyAtOnceHaveTheSame() throws Exception {
        Path file = directory.resolve("claims.key");
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            Callable<byte[]> read = () -> KeyFile.read(file);
            for (Future<byte[]> key :
                    pool.invokeAll(Stream.generate(() -> read).limit(8).toList())) {
                assertArrayEquals(Files.readAllBytes(file), key.get());
            }
        } finally {
            pool.shutdownNow();
        }
    }
}
