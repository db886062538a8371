package io.switchboard.store.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the watchdog does to overdue calls, a thousand times a second. */
final class InterruptTest {
    /** So many writers that they wait for each other all the time, which is where an interrupt does harm. */
    private static final int THREADS = 16;

    private static final int INTERRUPTS = 2000;

    @TempDir
    Path data;

    @Test
    void leavesTheStoreUsableAndWhole() throws Exception {
        Schemas schemas = Schemas.under(data.toString());
        Set<Long> told = ConcurrentHashMap.newKeySet();
        Set<String> failures = ConcurrentHashMap.newKeySet();
        try {
            SchemaSource source = schemas.open(Writer.BUNDLE, Writer.SCRIPTS);
            hammer(List.of(source, schemas.open(Writer.BUNDLE, Writer.SCRIPTS)), told, failures);
            assertTrue(told.size() > INTERRUPTS, () -> told.size() + " rows");
            assertEquals(Set.of(), failures);
            Writer.insert(source, -1);
            assertEquals(Set.of(), lost(source, told));
        } finally {
            schemas.close();
        }
        Schemas reopened = Schemas.under(data.toString());
        try {
            assertEquals(Set.of(), lost(reopened.open(Writer.BUNDLE, Writer.SCRIPTS), told));
        } finally {
            reopened.close();
        }
    }

    private static void hammer(List<SchemaSource> sources, Set<Long> told, Set<String> failures)
            throws InterruptedException {
        AtomicBoolean stop = new AtomicBoolean();
        AtomicLong next = new AtomicLong();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            SchemaSource source = sources.get(i % sources.size());
            Thread thread = new Thread(() -> {
                while (!stop.get()) {
                    long id = next.getAndIncrement();
                    try {
                        Writer.insert(source, id);
                        told.add(id);
                    } catch (IllegalStateException e) {
                        // The one thing an interrupt may end is the wait for a connection.
                        if (!String.valueOf(e.getMessage()).contains("Interrupted during connection acquisition")) {
                            failures.add(String.valueOf(e.getMessage()));
                        }
                    }
                    if (id % 4 == 0) {
                        Thread.interrupted();
                    }
                }
            });
            threads.add(thread);
            thread.start();
        }
        for (int i = 0; i < INTERRUPTS; i++) {
            threads.get(ThreadLocalRandom.current().nextInt(THREADS)).interrupt();
            LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
        }
        stop.set(true);
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private static Set<Long> lost(SchemaSource source, Set<Long> told) throws Exception {
        Set<Long> lost = new HashSet<>(told);
        try (Connection connection = source.getConnection();
                ResultSet rows = connection.createStatement().executeQuery("SELECT id FROM t")) {
            while (rows.next()) {
                lost.remove(rows.getLong(1));
            }
        }
        return lost;
    }
}
