package io.switchboard.core.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RateCellsTest {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    // Clocks may begin anywhere, below zero too.
    private final AtomicLong now = new AtomicLong(Long.MIN_VALUE + 5);

    private RateCells cells(int events, Duration window) {
        return new RateCells(events, window, now::get);
    }

    @Test
    void admitsAWindowsWorthAndSaysHowLongToWait() {
        RateCells cells = cells(4, Duration.ofSeconds(1));
        for (int left = 3; left >= 0; left--) {
            assertEquals(left, cells.take("a"));
        }
        assertEquals(-SECOND / 4, cells.take("a"));
        assertEquals(SECOND / 4, cells.wait("a"));
        now.addAndGet(SECOND / 4);
        assertEquals(0, cells.wait("a"));
        assertEquals(0, cells.take("a"));
        assertTrue(cells.take("a") < 0);
    }

    @Test
    void savesUpNoMoreThanOneWindow() {
        RateCells cells = cells(4, Duration.ofSeconds(1));
        now.addAndGet(3600 * SECOND);
        assertEquals(4, IntStream.range(0, 100).filter(i -> cells.take(7) >= 0).count());
    }

    @Test
    void countsEachNameForItself() {
        RateCells cells = cells(1, Duration.ofMinutes(1));
        assertEquals(0, cells.take("client", "C-1"));
        assertTrue(cells.take("client", "C-1") < 0);
        int admitted = (int) IntStream.range(2, 102)
                .filter(i -> cells.take("client", "C-" + i) >= 0)
                .count();
        assertTrue(admitted >= 95, admitted + " of 100 others");
    }

    @Test
    void needsNoMoreMemoryForMoreNames() {
        RateCells cells = new RateCells(1, Duration.ofMinutes(1), now::get, 16);
        assertTrue(IntStream.range(0, 10_000).filter(i -> cells.take(i) >= 0).count() <= 16);
    }

    @Test
    void admitsNoneTooManyUnderContention() throws Exception {
        RateCells cells = cells(1_000, Duration.ofSeconds(1));
        LongAdder admitted = new LongAdder();
        Thread[] threads = new Thread[4];
        for (int i = 0; i < threads.length; i++) {
            threads[i] = new Thread(() -> {
                for (int j = 0; j < 1_000; j++) {
                    admitted.add(cells.take("a") >= 0 ? 1 : 0);
                }
            });
            threads[i].start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertEquals(1_000, admitted.sum());
    }
}
