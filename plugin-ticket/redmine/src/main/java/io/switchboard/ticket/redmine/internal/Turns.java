package io.switchboard.ticket.redmine.internal;

import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ErrorCode;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Has writes to one ticket, and attempts at one act, queue up in this hub. Redmine itself tells only those apart that overlap: between
 * reading an issue and writing it another may have come. Safe for use from many threads.
 */
final class Turns {
    private static final int LANES = 64;
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final ReentrantLock[] lanes =
            Stream.generate(ReentrantLock::new).limit(LANES).toArray(ReentrantLock[]::new);

    /** Does something when it is this one's turn; some that have nothing to do with each other wait for each other too. */
    <R> R in(String name, Supplier<R> work) {
        ReentrantLock lane = lanes[Math.floorMod(name.hashCode(), LANES)];
        try {
            if (!lane.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
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
