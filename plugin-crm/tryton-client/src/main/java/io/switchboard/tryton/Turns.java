package io.switchboard.tryton;

import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ErrorCode;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Lets the writes for one customer, or about one record, go one after another, as far as this hub is concerned: writers that meet in
 * Tryton would mostly make each other begin anew. Safe for use from many threads.
 */
public final class Turns {
    private static final int LANES = 64;
    private static final long WAIT_SECONDS = 10;

    private final ReentrantLock[] lanes = new ReentrantLock[LANES];

    /** Nobody waits yet. */
    public Turns() {
        for (int i = 0; i < LANES; i++) {
            lanes[i] = new ReentrantLock(true);
        }
    }

    /**
     * Does the work when those before have done theirs; fails with {@link ErrorCode#BUSY} where that takes too long.
     *
     * @param name what it is about
     */
    public <T> T take(String name, Supplier<T> work) {
        ReentrantLock lane = lanes[Math.floorMod(name.hashCode(), LANES)];
        try {
            if (!lane.tryLock(WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw ConnectorException.of(ErrorCode.BUSY);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ConnectorException.of(ErrorCode.BUSY).causedBy(e);
        }
        try {
            return work.get();
        } finally {
            lane.unlock();
        }
    }
}
