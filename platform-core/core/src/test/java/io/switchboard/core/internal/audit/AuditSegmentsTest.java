package io.switchboard.core.internal.audit;

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
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
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
        assertTrue(AuditVerifier.verify(folder).fault().isEmpty());
    }

    @Test
    void passesOverASegmentWhoseHeaderIsTorn() throws Exception {
        write(Settings.PATIENT, 0, 3);
        Files.writeString(new SegmentFolder(folder).file(2), "{\"audit\":1,\"no");
        write(Settings.PATIENT, 3, 5);
        try (SegmentAuditLog log = open(Settings.PATIENT)) {
            assertEquals(ids(0, 5), Records.ids(log));
        }
        assertTrue(AuditVerifier.verify(folder).fault().isEmpty());
    }

    @Test
    void beginsASegmentForAnotherNode() throws Exception {
        write(Settings.PATIENT, 0, 3);
        try (SegmentAuditLog log = new SegmentAuditLog(folder, "node-2", Settings.PATIENT, Clock.systemUTC())) {
            log.append(Records.of("c3"), true);
            assertEquals(ids(0, 4), Records.ids(log));
        }
        assertEquals(2, files(".audit").size());
        assertTrue(AuditVerifier.verify(folder).fault().isEmpty());
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
        AuditVerifier.Report report = AuditVerifier.verify(folder);
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
        AuditVerifier.Report report = AuditVerifier.verify(folder);
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
        assertTrue(AuditVerifier.verify(folder).fault().isEmpty());
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

    @Test
    void canBeReadByEye() throws Exception {
        write(Settings.PATIENT, 0, 1);
        List<String> lines = Files.readAllLines(files(".audit").get(0), StandardCharsets.UTF_8);
        assertTrue(lines.get(0).startsWith("{\"audit\":1,\"node\":\"node-1\",\"segment\":1,"), lines::toString);
        assertTrue(
                lines.get(1)
                        .matches("\\{\"n\":1,.*\"operation\":\"crm.v1.customer.get\".*}\t[0-9a-f]{8}\t[0-9a-f]{64}"),
                lines::toString);
    }
}
