package io.switchboard.rest.internal.wire;

import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * A few buffers for many calls. Safe for use from many threads, be they the platform's or virtual; holds at most 4 MiB.
 */
public final class BufferPool {
    private static final int SLOTS = 64;
    private static final int TRIES = 4;
    private static final int LARGEST_KEPT = 64 * 1024;

    private final AtomicReferenceArray<BodyBuffer> slots = new AtomicReferenceArray<>(SLOTS);

    /** A buffer of one's own, empty, that takes so many bytes. */
    public BodyBuffer take(int limit) {
        int first = first();
        for (int i = 0; i < TRIES; i++) {
            BodyBuffer kept = slots.getAndSet((first + i) % SLOTS, null);
            if (kept != null) {
                kept.reset(limit);
                return kept;
            }
        }
        return new BodyBuffer(limit);
    }

    /** Gives a buffer back that nobody uses any more. */
    public void give(BodyBuffer buffer) {
        if (buffer.capacity() > LARGEST_KEPT) {
            return;
        }
        int first = first();
        for (int i = 0; i < TRIES; i++) {
            if (slots.compareAndSet((first + i) % SLOTS, null, buffer)) {
                return;
            }
        }
    }

    private static int first() {
        return (int) (Thread.currentThread().getId() % SLOTS);
    }
}
