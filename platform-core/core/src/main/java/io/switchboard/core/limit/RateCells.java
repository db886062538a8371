package io.switchboard.core.limit;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.LongSupplier;

/**
 * Bounds how often each of any number of callers does something: a steady rate, with a burst of one window's worth. The generic cell
 * rate algorithm: of each caller only the time is kept at which its next event would be due.
 *
 * <p>The memory is of a fixed size, whoever comes: names share cells by a hash that nobody outside can foresee. Two that share one
 * share its rate, too; with as many cells as there are by default that happens to one in 32,768. Safe for use from many threads,
 * without locks.
 */
public final class RateCells {
    /** How many cells there are where nothing else is said. */
    public static final int DEFAULT_CELLS = 1 << 15;

    private final AtomicLongArray due;
    private final long seed;
    private final long window;
    private final long interval;
    private final LongSupplier nanoTime;
    private final long origin;

    /**
     * Lets each name in so often.
     *
     * @param events how many events a window has room for, at least one
     * @param window the time in which they are admitted, and regained
     * @param nanoTime the clock, as {@link System#nanoTime}
     */
    public RateCells(int events, Duration window, LongSupplier nanoTime) {
        this(events, window, nanoTime, DEFAULT_CELLS);
    }

    /** The same with another number of cells, which must be a power of two. */
    public RateCells(int events, Duration window, LongSupplier nanoTime, int cells) {
        if (events < 1 || Integer.bitCount(cells) != 1) {
            throw new IllegalArgumentException(events + " events, " + cells + " cells");
        }
        this.due = new AtomicLongArray(cells);
        this.seed = new SplittableRandom().nextLong();
        this.window = window.toNanos();
        this.interval = Math.max(1, this.window / events);
        this.nanoTime = nanoTime;
        this.origin = nanoTime.getAsLong();
    }

    /**
     * Takes a place for one event now.
     *
     * @return how many more there is room for now, 0 or more; or, where there was none, the nanoseconds to wait, as a negative number
     */
    public long take(long name) {
        int cell = cell(name);
        while (true) {
            long now = nanoTime.getAsLong() - origin;
            long current = due.get(cell);
            long next = Math.max(current, now) + interval;
            long left = window - (next - now);
            if (left < 0) {
                return left;
            }
            if (due.compareAndSet(cell, current, next)) {
                return left / interval;
            }
        }
    }

    /** The same for a name in words. */
    public long take(String name) {
        return take(hash(seed, name));
    }

    /** The same for something of somebody: the two make the name together. */
    public long take(String of, String name) {
        return take(hash(hash(seed, of), name));
    }

    /** How long to wait for room for one event, in nanoseconds; 0 where there is some. Takes none. */
    public long wait(String name) {
        long now = nanoTime.getAsLong() - origin;
        long current = due.get(cell(hash(seed, name)));
        return Math.max(0, Math.max(current, now) + interval - now - window);
    }

    private int cell(long name) {
        return (int) mix(name ^ seed) & (due.length() - 1);
    }

    private static long hash(long start, String text) {
        long hash = start;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
        }
        return mix(hash);
    }

    /** Every bit of the input counts in every bit of the output. */
    private static long mix(long value) {
        long mixed = (value ^ (value >>> 33)) * 0xFF51AFD7ED558CCDL;
        mixed = (mixed ^ (mixed >>> 33)) * 0xC4CEB9FE1A85EC53L;
        return mixed ^ (mixed >>> 33);
    }
}
