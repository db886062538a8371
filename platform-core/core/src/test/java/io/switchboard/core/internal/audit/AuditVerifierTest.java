package io.switchboard.core.internal.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditVerifierTest {
    private static final int RECORDS = 44;

    @TempDir
    Path folder;

    @BeforeEach
    void write() throws Exception {
        append(0, RECORDS);
        assertEquals(RECORDS, AuditVerifier.verify(folder, Optional.empty()).newest());
        assertTrue(AuditVerifier.verify(folder, Optional.empty()).fault().isEmpty());
        assertTrue(new SegmentFolder(folder).segments().size() > 3);
    }

    private void append(int from, int to) throws Exception {
        try (SegmentAuditLog log =
                new SegmentAuditLog(folder, "node-1", Settings.segments(4_096, 1 << 20), Clock.systemUTC())) {
            for (int i = from; i < to; i++) {
                log.append(Records.of("c" + i), true);
            }
        }
    }

    private Path segment(long number) {
        return new SegmentFolder(folder).file(number);
    }

    private List<String> lines(long segment) throws IOException {
        return new ArrayList<>(Files.readAllLines(segment(segment)));
    }

    private void rewrite(long segment, List<String> lines) throws IOException {
        Files.writeString(segment(segment), lines.isEmpty() ? "" : String.join("\n", lines) + "\n");
    }

    private AuditVerifier.Fault fault() throws IOException {
        return AuditVerifier.verify(folder, Optional.empty())
                .fault()
                .orElseThrow(() -> new AssertionError("nothing was found"));
    }

    private static String withRightCrc(String line) {
        String[] parts = line.split("\t", -1);
        CRC32 crc = new CRC32();
        crc.update(parts[0].getBytes(StandardCharsets.UTF_8));
        return parts[0] + "\t" + String.format("%08x", crc.getValue()) + "\t" + parts[2];
    }

    @Test
    void findsAChangedByteWhereverItIs() throws Exception {
        byte[] whole = Files.readAllBytes(segment(1));
        for (int i = 0; i < whole.length; i += 7) {
            byte[] changed = whole.clone();
            changed[i] ^= 4;
            Files.write(segment(1), changed);
            int at = i;
            assertTrue(AuditVerifier.verify(folder, Optional.empty()).fault().isPresent(), () -> "byte " + at);
        }
        Files.write(segment(1), whole);
        assertTrue(AuditVerifier.verify(folder, Optional.empty()).fault().isEmpty());
    }

    @Test
    void findsAChangeWithARightChecksum() throws Exception {
        List<String> lines = lines(1);
        lines.set(3, withRightCrc(lines.get(3).replace("\"micros\":812", "\"micros\":813")));
        rewrite(1, lines);
        assertEquals(3, fault().record());
        assertEquals(AuditVerifier.What.CHAIN_BROKEN, fault().what());
    }

    @Test
    void findsARemovedRecord() throws Exception {
        List<String> lines = lines(1);
        lines.remove(3);
        rewrite(1, lines);
        assertEquals(3, fault().record());
    }

    @Test
    void findsTwoThatChangedPlaces() throws Exception {
        List<String> lines = lines(1);
        Collections.swap(lines, 2, 3);
        rewrite(1, lines);
        assertEquals(2, fault().record());
    }

    @Test
    void findsASegmentThatWasCut() throws Exception {
        List<String> lines = lines(2);
        long first = AuditVerifier.verify(folder, Optional.empty()).oldest() + lines(1).size() - 1;
        rewrite(2, lines.subList(0, 3));
        assertEquals(first + 2, fault().record());
        rewrite(2, lines);
        Files.write(segment(2), Arrays.copyOf(Files.readAllBytes(segment(2)), 2_000));
        assertEquals(2, fault().segment());
    }

    @Test
    void findsThatTheLastSegmentWasCut() throws Exception {
        long last = new SegmentFolder(folder).segments().lastKey();
        List<String> lines = lines(last);
        assertTrue(lines.size() > 2, "there is a record to remove");
        rewrite(last, lines.subList(0, lines.size() - 1));
        assertEquals(RECORDS, fault().record());
        Files.delete(segment(last));
        assertEquals(last, fault().segment());
    }

    @Test
    void stillFindsItWhenTheHubHasGoneOn() throws Exception {
        long last = new SegmentFolder(folder).segments().lastKey();
        List<String> lines = lines(last);
        rewrite(last, lines.subList(0, lines.size() - 1));
        append(RECORDS, RECORDS + 20);
        assertEquals(RECORDS, fault().record());
    }

    @Test
    void findsRemovedSegments() throws Exception {
        byte[] second = Files.readAllBytes(segment(2));
        Files.delete(segment(2));
        assertEquals(2, fault().segment());
        Files.write(segment(2), second);
        Files.delete(segment(1));
        assertEquals(1, fault().segment());
        append(RECORDS, RECORDS + 20);
        assertEquals(1, fault().segment());
    }

    @Test
    void findsThatAllHasGone() throws Exception {
        for (Path file : new SegmentFolder(folder).segments().values()) {
            Files.delete(file);
        }
        assertEquals(1, fault().record());
    }
}
