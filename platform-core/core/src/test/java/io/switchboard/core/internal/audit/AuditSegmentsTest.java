package io.switchboard.core.internal.audit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.core.audit.AuditPosition;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditSegmentsTest {
    @TempDir
    Path folder;

    private SegmentAuditLog open(AuditSettings settings) throws IOException {
        return new SegmentAuditLog(folder, "node-1", settings, Clock.systemUTC());
    }

    private void write(AuditSettings settings, int from, int to) throws Exception {
        try (SegmentAuditLog log = open(settings)) {
            for (int i = from; i < to; i++) {
                log.append(Records.of("c" + i), true);
            }
        }
    }

    private List<Path> files(String suffix) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .sorted()
                    .toList();
        }
    }

    private static List<String> ids(int from, int to) {
        List<String> ids = new ArrayList<>();
        for (int i = from; i < to; i++) {
            ids.add("c" + i);
        }
        return ids;
    }

    @Test
    void cutsATornTailAndKeepsItAside() throws Exception {
        write(Settings.PATIENT, 0, 10);
        Path segment = files(".audit").get(0);
        Files.writeString(segment, "{\"n\":11,\"time\":\"2026-11-2", StandardOpenOption.APPEND);
        write(Settings.PATIENT, 10, 12);
        try (SegmentAuditLog log = open(Settings.PATIENT)) {
            assertEquals(ids(0, 12), Records.ids(log));
        }
        assertEquals(
                "{\"n\":11,\"time\":\"2026-11-2",
                Files.readString(files(".torn").get(0)));
        assertTrue(AuditVerifier.verify(folder, Optional.empty()).fault().isEmpty());
    }

    @Test
    void passesOverASegmentWhoseHeaderIsTorn() throws Exception {
        write(Settings.PATIENT, 0, 3);
        Files.writeString(new SegmentFolder(folder).file(2), "{\"audit\":1,\"no");
        write(Settings.PATIENT, 3, 5);
        try (SegmentAuditLog log = open(Settings.PATIENT)) {
            assertEquals(ids(0, 5), Records.ids(log));
        }
        assertTrue(AuditVerifier.verify(folder, Optional.empty()).fault().isEmpty());
    }

    @Test
    void beginsASegmentForAnotherNode() throws Exception {
        write(Settings.PATIENT, 0, 3);
        try (SegmentAuditLog log = new SegmentAuditLog(folder, "node-2", Settings.PATIENT, Clock.systemUTC())) {
            log.append(Records.of("c3"), true);
            assertEquals(ids(0, 4), Records.ids(log));
        }
        assertEquals(2, files(".audit").size());
        assertTrue(AuditVerifier.verify(folder, Optional.empty()).fault().isEmpty());
    }

    @Test
    void looksOnlyAtTheEndOfALargeSegment() throws Exception {
        write(Settings.PATIENT, 0, 3);
        try (SegmentAuditLog log = open(Settings.PATIENT)) {
            for (int i = 3; i < 30_000; i++) {
                log.append(Records.of("c" + i), false);
            }
        }
        Path segment = files(".audit").get(0);
        assertTrue(Files.size(segment) > TailScan.WINDOW + 1_000_000);
        Files.writeString(segment, "torn", StandardOpenOption.APPEND);
        write(Settings.PATIENT, 30_000, 30_002);
        AuditVerifier.Report report = AuditVerifier.verify(folder, Optional.empty());
        assertTrue(report.fault().isEmpty(), report::toString);
        assertEquals(30_002, report.newest());
    }

    @Test
    void removesTheOldestSegmentsAboveTheSize() throws Exception {
        AuditSettings settings = Settings.segments(4_096, 20_000);
        AuditPosition early;
        try (SegmentAuditLog log = open(settings)) {
            log.append(Records.of("c0"), true);
            early = log.read(AuditPosition.START, 10, seen -> {});
            for (int i = 1; i < 200; i++) {
                log.append(Records.of("c" + i), true);
            }
            List<String> kept = Records.ids(log);
            assertTrue(kept.size() > 20 && kept.size() < 60, () -> "kept " + kept.size());
            assertEquals(ids(200 - kept.size(), 200), kept);
            List<String> behind = new ArrayList<>();
            log.read(early, 1_000, seen -> behind.add(seen.callId()));
            assertEquals(ids(200 - behind.size(), 200), behind);
            assertTrue(behind.size() > 20, () -> "kept " + behind.size());
        }
        assertFalse(Files.exists(new SegmentFolder(folder).file(1)));
        AuditVerifier.Report report = AuditVerifier.verify(folder, Optional.empty());
        assertTrue(report.fault().isEmpty(), report::toString);
        assertEquals(200, report.newest());
        assertTrue(report.oldest() > 140);
    }

    @Test
    void removesWhatIsTooOldButNeverTheCurrentSegment() throws Exception {
        write(Settings.segments(4_096, 1 << 20), 0, 30);
        List<Path> before = files(".audit");
        for (Path file : before) {
            Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofDays(181))));
        }
        try (SegmentAuditLog log = open(Settings.segments(4_096, 1 << 20))) {
            Records.await("the old ones have gone", () -> files(".audit").size() == 1);
            log.append(Records.of("c30"), true);
        }
        assertEquals(List.of(before.get(before.size() - 1)), files(".audit"));
        assertTrue(AuditVerifier.verify(folder, Optional.empty()).fault().isEmpty());
    }

    @Test
    void endsASegmentAfterADay() throws Exception {
        write(Settings.PATIENT, 0, 3);
        Clock tomorrow = Clock.offset(Clock.systemUTC(), Duration.ofHours(25));
        try (SegmentAuditLog log = new SegmentAuditLog(folder, "node-1", Settings.PATIENT, tomorrow)) {
            Records.await("the next has begun", () -> files(".audit").size() == 2);
            log.append(Records.of("c3"), true);
            assertEquals(ids(0, 4), Records.ids(log));
        }
        assertEquals(2, files(".audit").size());
    }

    /** As the version before wrote it, which named persons in clear. */
    private void writeTheFormatOfBefore(String... calls) throws Exception {
        LineBuffer lines = new LineBuffer();
        Chain chain = Chain.from(Chain.START);
        new SegmentHeader(1, "node-1", 1, Instant.parse("2026-11-01T00:00:00Z"), 0, Chain.START).write(lines);
        Line.seal(lines, 0, chain, new CRC32());
        for (int i = 0; i < calls.length; i++) {
            int start = lines.length();
            String json = "{\"n\":" + (i + 1) + ",\"time\":\"2026-11-01T10:15:30.123456Z\",\"call\":\"" + calls[i]
                    + "\",\"conversation\":\"conv-1\",\"code\":0,\"micros\":8,\"attempts\":1,"
                    + "\"person\":{\"customer\":\"C-1\",\"arguments\":\"{}\"}}";
            lines.ascii(json, 0, json.length());
            Line.seal(lines, start, chain, new CRC32());
        }
        Files.write(
                Files.createDirectories(folder).resolve("0000000001.audit"),
                Arrays.copyOf(lines.array(), lines.length()));
    }

    @Test
    void readsTheFormatOfBeforeAndAddsNothingToIt() throws Exception {
        writeTheFormatOfBefore("c0", "c1");
        byte[] before = Files.readAllBytes(new SegmentFolder(folder).file(1));
        write(Settings.PATIENT, 2, 4);
        try (SegmentAuditLog log = open(Settings.PATIENT)) {
            assertEquals(ids(0, 4), Records.ids(log));
            assertEquals("C-1", Records.all(log).get(1).customer());
            assertEquals("conv-1", Records.all(log).get(1).conversation());
        }
        assertArrayEquals(before, Files.readAllBytes(new SegmentFolder(folder).file(1)));
        AuditVerifier.Report report = AuditVerifier.verify(folder, Optional.empty());
        assertTrue(report.fault().isEmpty(), report::toString);
        assertEquals(4, report.newest());
    }

    @Test
    void findsWhereATimeBegins() throws Exception {
        Instant day = Instant.parse("2026-11-22T00:00:00Z");
        for (int i = 0; i < 3; i++) {
            Clock clock = Clock.fixed(day.plus(Duration.ofHours(25L * i)), ZoneOffset.UTC);
            try (SegmentAuditLog log = new SegmentAuditLog(folder, "node-1", Settings.PATIENT, clock)) {
                log.append(Records.of("c" + i), true);
                long segments = i + 1L;
                Records.await("the segment is there", () -> files(".audit").size() == segments);
                log.append(Records.of("d" + i), true);
            }
        }
        try (SegmentAuditLog log = open(Settings.PATIENT)) {
            assertEquals(AuditPosition.START, log.since(day.minusSeconds(1)));
            assertEquals(1, log.since(day.plusSeconds(1)).segment());
            assertEquals(2, log.since(day.plus(Duration.ofHours(26))).segment());
            assertEquals(3, log.since(day.plus(Duration.ofDays(300))).segment());
        }
    }

    @Test
    void canBeReadByEye() throws Exception {
        write(Settings.PATIENT, 0, 1);
        List<String> lines = Files.readAllLines(files(".audit").get(0), StandardCharsets.UTF_8);
        assertTrue(lines.get(0).startsWith("{\"audit\":2,\"node\":\"node-1\",\"segment\":1,"), lines::toString);
        assertTrue(
                lines.get(1)
                        .matches("\\{\"n\":1,.*\"operation\":\"crm.v1.customer.get\".*}\t[0-9a-f]{8}\t[0-9a-f]{64}"),
                lines::toString);
    }
}
