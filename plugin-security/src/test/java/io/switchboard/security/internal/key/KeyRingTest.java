package io.switchboard.security.internal.key;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.security.internal.TestClock;
import io.switchboard.security.internal.key.KeyRing.Rotation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How one key follows another. */
class KeyRingTest {
    private static final Duration HOUR = Duration.ofHours(1);

    @TempDir
    Path folder = Path.of("");

    private final TestClock clock = new TestClock();
    private final List<KeyRing> rings = new ArrayList<>();
    private KeyRing ring;

    @BeforeEach
    void open() throws InterruptedException {
        ring = open(0);
    }

    @AfterEach
    void close() {
        rings.forEach(KeyRing::stop);
    }

    @Test
    void aNewKeyIsPublishedBeforeItSignsAndTheOldOneStaysForItsTokens() throws Exception {
        String old = signing(ring);
        Rotation rotation = ring.rotate().orElseThrow();
        assertEquals(List.of(old, rotation.keyId()), published(ring));
        assertEquals(old, signing(ring));
        assertEquals(Optional.of(rotation), ring.next());

        clock.pass(HOUR.minusSeconds(2));
        assertEquals(old, signing(ring));
        clock.pass(Duration.ofSeconds(2));
        assertEquals(rotation.keyId(), signing(ring));
        assertEquals(Optional.empty(), ring.next());

        clock.pass(KeyRing.LONGEST_TOKEN.plusSeconds(30));
        ring.lookAgain();
        assertTrue(ring.find(old).isPresent(), "its last tokens have not ended");
        clock.pass(Duration.ofSeconds(95));
        ring.lookAgain();
        assertEquals(List.of(rotation.keyId()), published(ring));
        assertEquals(1, files().size());
    }

    @Test
    void oneAtATime() {
        assertTrue(ring.rotate().isPresent());
        assertTrue(ring.rotate().isEmpty());
        clock.pass(HOUR);
        assertTrue(ring.rotate().isPresent());
    }

    @Test
    void otherNodesAndRestartedOnesSeeTheSame() throws Exception {
        KeyRing node = open(0);
        Rotation rotation = ring.rotate().orElseThrow();
        node.lookAgain();
        KeyRing restarted = open(0);
        for (KeyRing each : List.of(node, restarted)) {
            assertEquals(published(ring), published(each));
            assertEquals(signing(ring), signing(each));
            assertTrue(each.rotate().isEmpty(), "it knows of the one that waits");
        }
        clock.pass(HOUR);
        assertEquals(rotation.keyId(), signing(node));
        clock.pass(HOUR);
        node.lookAgain();
        ring.lookAgain();
        assertEquals(List.of(rotation.keyId()), published(ring));
    }

    @Test
    void byAgeANewKeyFollowsByItself() throws Exception {
        KeyRing aging = open(30);
        String first = signing(aging);
        clock.pass(Duration.ofDays(30).minusHours(2));
        aging.lookAgain();
        assertEquals(List.of(first), published(aging));
        clock.pass(HOUR);
        aging.lookAgain();
        aging.lookAgain();
        assertEquals(2, published(aging).size());
        clock.pass(HOUR);
        assertNotEquals(first, signing(aging));
    }

    @Test
    void filesAreForTheirOwnerAlone() throws IOException {
        assertTrue(ring.rotate().isPresent());
        assertEquals(2, files().size());
        for (Path file : files()) {
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        }
    }

    @Test
    void whatIsWrongWithTheFolderLaterLeavesTheKeysAsTheyAre() throws Exception {
        String signing = signing(ring);
        Path wrong = Files.writeString(folder.resolve("mine.pem"), "no key");
        ring.lookAgain();
        assertEquals(signing, signing(ring));
        assertTrue(ring.fault().contains("mine.pem"), ring.fault());
        Files.delete(wrong);
        ring.lookAgain();
        assertEquals("", ring.fault());
        for (Path file : files()) {
            Files.delete(file);
        }
        ring.lookAgain();
        assertEquals(signing, signing(ring));
        assertTrue(ring.fault().contains("deleted"), ring.fault());
        assertEquals(List.of(), files());
    }

    @Test
    void aKeyOfOnesOwnSignsFromTheTimeOfItsName() throws Exception {
        KeyFolder other = new KeyFolder(folder.resolve("other"));
        TimedKey own = other.make(clock.instant().minusSeconds(60));
        String before = signing(ring);
        Files.move(folder.resolve("other").resolve(own.file()), folder.resolve("29991231T000000Z.pem"));
        ring.lookAgain();
        assertEquals(before, signing(ring));
        assertTrue(ring.find(own.key().id()).isPresent());
        clock.pass(Duration.ofDays(366_000));
        assertEquals(own.key().id(), signing(ring));
    }

    private KeyRing open(int days) throws InterruptedException {
        KeyRing opened = new KeyRing(folder, days, clock);
        rings.add(opened);
        opened.await();
        return opened;
    }

    private static String signing(KeyRing ring) {
        return ring.signing().orElseThrow().id();
    }

    private static List<String> published(KeyRing ring) {
        return ring.all().stream().map(SigningKey::id).toList();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.toString().endsWith(".pem")).toList();
        }
    }
}
