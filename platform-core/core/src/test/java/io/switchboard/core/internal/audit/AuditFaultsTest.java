package io.switchboard.core.internal.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditFaultsTest {
    @TempDir
    Path folder;

    private final FaultyDisk disk = new FaultyDisk();

    private SegmentAuditLog open(AuditSettings settings) throws IOException {
        return new SegmentAuditLog(folder, "node-1", settings, Clock.systemUTC(), disk);
    }

    private List<String> idsAfterRestart() throws Exception {
        assertTrue(AuditVerifier.verify(folder, Optional.empty()).fault().isEmpty(), () -> "the chain is whole");
        try (SegmentAuditLog log = open(Settings.PATIENT)) {
            return Records.ids(log);
        }
    }

    @Test
    void refusesOnAFullDiskAndComesBackByItself() throws Exception {
        try (SegmentAuditLog log = open(Settings.impatient(64))) {
            log.append(Records.of("1"), true);
            disk.full = true;
            log.append(Records.of("2"), false);
            assertThrows(AuditUnavailable.class, () -> log.append(Records.of("3"), true));
            assertFalse(log.healthy());
            assertThrows(AuditUnavailable.class, () -> log.append(Records.of("4"), true));
            assertEquals(List.of("1"), Records.ids(log));
            disk.full = false;
            Records.await("the log is healthy", log::healthy);
            log.append(Records.of("5"), true);
            assertEquals(List.of("1", "2", "3", "4", "5"), Records.ids(log));
        }
        assertEquals(List.of("1", "2", "3", "4", "5"), idsAfterRestart());
    }

    @Test
    void trustsNothingBehindAForceThatFailed() throws Exception {
        try (SegmentAuditLog log = open(Settings.impatient(64))) {
            log.append(Records.of("1"), true);
            disk.forceFails = true;
            assertThrows(AuditUnavailable.class, () -> log.append(Records.of("2"), true));
            assertFalse(log.healthy());
            disk.forceFails = false;
            Records.await("the log is healthy", log::healthy);
            assertEquals(List.of("1", "2"), Records.ids(log));
        }
        assertEquals(List.of("1", "2"), idsAfterRestart());
    }

    @Test
    void startsOnAFullDisk() throws Exception {
        disk.full = true;
        try (SegmentAuditLog log = open(Settings.impatient(64))) {
            assertFalse(log.healthy());
            disk.full = false;
            Records.await("the log is healthy", log::healthy);
            log.append(Records.of("1"), true);
        }
        assertEquals(List.of("1"), idsAfterRestart());
    }

    @Test
    void makesCallersWaitAndThenRefusesWhileTheDiskHangs() throws Exception {
        List<String> taken = new ArrayList<>();
        try (SegmentAuditLog log = open(Settings.impatient(64))) {
            log.append(Records.of("0"), true);
            disk.hanging.lock();
            try {
                long start = System.nanoTime();
                assertThrows(AuditUnavailable.class, () -> log.append(Records.of("durable"), true));
                AuditUnavailable refusal = assertThrows(AuditUnavailable.class, () -> {
                    for (int i = 0; i < 1_000; i++) {
                        log.append(Records.of("p" + i), false);
                        taken.add("p" + i);
                    }
                });
                assertEquals("the audit's queue is full", refusal.getMessage());
                assertTrue(taken.size() >= 64 && taken.size() < 300, taken::toString);
                assertTrue(System.nanoTime() - start < 10_000_000_000L);
                assertFalse(log.healthy());
                Thread.currentThread().interrupt();
                assertThrows(AuditUnavailable.class, () -> log.append(Records.of("interrupted"), false));
                assertTrue(Thread.interrupted());
            } finally {
                disk.hanging.unlock();
            }
            Records.await("the log is healthy", log::healthy);
        }
        List<String> expected = new ArrayList<>(List.of("0", "durable"));
        expected.addAll(taken);
        assertEquals(expected, idsAfterRestart());
    }

    @Test
    void forcesOnceForAllThatWait() throws Exception {
        try (SegmentAuditLog log = open(Settings.PATIENT)) {
            List<Thread> callers = new ArrayList<>();
            disk.hanging.lock();
            try {
                for (int i = 0; i < 50; i++) {
                    Thread caller = new Thread(() -> {
                        try {
                            log.append(Records.of("c"), true);
                        } catch (AuditUnavailable e) {
                            throw new IllegalStateException(e);
                        }
                    });
                    caller.start();
                    callers.add(caller);
                }
                Records.await(
                        "all wait", () -> callers.stream().allMatch(c -> c.getState() == Thread.State.TIMED_WAITING));
            } finally {
                disk.hanging.unlock();
            }
            for (Thread caller : callers) {
                caller.join();
            }
            assertEquals(50, Records.ids(log).size());
            assertTrue(disk.forces.get() < 6, disk.forces::toString);
        }
    }
}
