package io.switchboard.backends.internal.client;

import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ErrorCode;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Keeps the hub from hammering a backend with credentials that it refuses: many lock the account then. After several refusals in a row one
 * question a minute gets through. Safe for use from many threads.
 */
final class Refusals {
    private static final int MOST = 3;
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final LongSupplier nanos;
    private int inARow;
    private long until;

    Refusals(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Fails while it is no use to ask. */
    synchronized void check() {
        if (inARow >= MOST) {
            long left = until - nanos.getAsLong();
            if (left > 0) {
                throw ConnectorException.of(ErrorCode.BACKEND_REFUSED).retryAfter(Duration.ofNanos(left));
            }
            // This one asks; the others wait for what comes of it.
            until = nanos.getAsLong() + PAUSE.toNanos();
        }
    }

    synchronized void refused() {
        inARow = Math.min(MOST, inARow + 1);
        until = nanos.getAsLong() + PAUSE.toNanos();
    }

    synchronized void accepted() {
        inARow = 0;
    }

    synchronized boolean hold() {
        return inARow >= MOST;
    }
}
