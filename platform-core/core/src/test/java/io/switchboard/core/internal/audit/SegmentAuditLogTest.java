package io.switchboard.core.internal.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.core.audit.AuditPosition;
import io.switchboard.core.audit.AuditRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SegmentAuditLogTest {
    @TempDir
    Path folder;

    private SegmentAuditLog open() throws IOException {
        return new SegmentAuditLog(folder, "node-1", Settings.PATIENT, Clock.systemUTC());
    }

    @Test
    void givesBackWhatWasAppended() throws Exception {
        AuditRecord full = new AuditRecord(
                Instant.parse("2026-11-22T10:15:30.000007Z"),
                "n",
                "c",
                "t",
                "mcp",
                "p",
                "u",
                "a",
                "客户",
                "conv",
                "op",
                "{\"a\":\"line\\n\"}",
                4008,
                "ticket/closed",
                true,
                "foreign-customer",
                Long.MAX_VALUE,
                3,
                "https://backup",
                AuditRecord.Person.SHOWN);
        try (SegmentAuditLog log = open()) {
            log.append(full, true);
            assertEquals(List.of(full), Records.all(log));
        }
    }

    @Test
    void takesAnyText() throws Exception {
        try (SegmentAuditLog log = open()) {
            log.append(Records.with("1", "tab\tline\nreturn\r null\0 quote\" \\ 😀 中"), true);
            log.append(Records.with("2", "half a pair \ud83d!"), true);
            log.append(Records.with("3", "x".repeat(63_999) + "😀" + "y".repeat(1_000_000)), true);
            log.append(Records.with("4", "\u0001".repeat(64_000)), true);
            List<AuditRecord> found = Records.all(log);
            assertEquals(List.of("1", "2", "3", "4"), Records.ids(log));
            assertEquals(
                    "tab\tline\nreturn\r null\0 quote\" \\ 😀 中", found.get(0).arguments());
            assertEquals("half a pair \ud83d!", found.get(1).arguments());
            assertEquals("x".repeat(63_999) + "\ud83d", found.get(2).arguments());
        }
        assertTrue(AuditVerifier.verify(folder, Optional.empty()).fault().isEmpty());
    }

    @Test
    void showsRecordsNobodyWaitsForSoon() throws Exception {
        try (SegmentAuditLog log = open()) {
            log.append(Records.of("passing"), false);
            Records.await("it is readable", () -> !Records.ids(log).isEmpty());
        }
    }

    @Test
    void goesOnAfterARestart() throws Exception {
        AuditPosition place;
        try (SegmentAuditLog log = open()) {
            log.append(Records.of("1"), false);
            log.append(Records.of("2"), true);
            place = log.read(AuditPosition.START, 10, seen -> {});
        }
        try (SegmentAuditLog log = open()) {
            log.append(Records.of("3"), true);
            List<String> later = new ArrayList<>();
            AuditPosition end = log.read(place, 10, seen -> later.add(seen.callId()));
            assertEquals(List.of("3"), later);
            assertEquals(end, log.read(end, 10, seen -> later.add("again")));
            assertEquals(List.of("1", "2", "3"), Records.ids(log));
        }
        AuditVerifier.Report report = AuditVerifier.verify(folder, Optional.empty());
        assertTrue(report.fault().isEmpty(), report::toString);
        assertEquals(3, report.newest());
    }

    @Test
    void writesWhatWasHandedOverBeforeTheEnd() throws Exception {
        List<String> ids = new ArrayList<>();
        try (SegmentAuditLog log = open()) {
            for (int i = 0; i < 5_000; i++) {
                ids.add("c" + i);
                log.append(Records.of("c" + i), false);
            }
        }
        SegmentAuditLog log = open();
        try (log) {
            assertEquals(ids, Records.ids(log));
        }
        assertThrows(AuditUnavailable.class, () -> log.append(Records.of("late"), false));
        assertFalse(log.healthy());
    }

    @Test
    void finishesForACallerThatIsInterrupted() throws Exception {
        try (SegmentAuditLog log = open()) {
            Thread.currentThread().interrupt();
            log.append(Records.of("1"), true);
            assertTrue(Thread.interrupted(), "the interrupt is still there for the caller");
            log.append(Records.of("2"), true);
            assertEquals(List.of("1", "2"), Records.ids(log));
            assertTrue(log.healthy());
        }
    }

    @Test
    void keepsEachCallersOrderWhileItIsRead() throws Exception {
        int callers = 4;
        int each = 3_000;
        ExecutorService pool = Executors.newFixedThreadPool(callers);
        try (SegmentAuditLog log =
                new SegmentAuditLog(folder, "node-1", Settings.segments(64 << 10, 1L << 30), Clock.systemUTC())) {
            List<Future<?>> running = new ArrayList<>();
            for (int caller = 0; caller < callers; caller++) {
                int number = caller;
                running.add(pool.submit(() -> {
                    for (int i = 0; i < each; i++) {
                        log.append(Records.of(number + "-" + i), i % 100 == 0);
                    }
                    return null;
                }));
            }
            int[] next = new int[callers];
            AuditPosition[] place = {AuditPosition.START};
            Set<Long> segments = new TreeSet<>();
            Records.await("all are read", () -> {
                place[0] = log.read(place[0], 700, seen -> {
                    String[] id = seen.callId().split("-", 2);
                    int caller = Integer.parseInt(id[0]);
                    assertEquals(next[caller]++, Integer.parseInt(id[1]));
                });
                segments.add(place[0].segment());
                return next[0] + next[1] + next[2] + next[3] == callers * each;
            });
            assertTrue(segments.size() > 10, segments::toString);
            for (Future<?> caller : running) {
                caller.get();
            }
        } finally {
            pool.shutdownNow();
        }
        assertEquals(
                (long) callers * each,
                AuditVerifier.verify(folder, Optional.empty()).newest());
    }
}
