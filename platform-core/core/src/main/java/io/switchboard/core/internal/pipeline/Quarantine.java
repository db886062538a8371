package io.switchboard.core.internal.pipeline;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a connector out of use that fails again and again by its own fault, so that callers do not wait for it and it does no more harm.
 * After a pause one call at a time tries whether it works again; each that finds that it does not doubles the pause. A connector that
 * never fails costs its calls one look at a field. Safe for use from many threads.
 */
public final class Quarantine {
    private static final Logger LOG = LoggerFactory.getLogger(Quarantine.class);
    private static final Duration TRIAL_WAIT = Duration.ofSeconds(1);

    private final String connector;
    private final Supplier<Bounds> bounds;
    private final LongSupplier nanoTime;
    private final AtomicReference<@Nullable Call> trial = new AtomicReference<>();
    private volatile int faults;
    private volatile boolean closed;
    private volatile long pauseEnds;
    private int good;
    private long windowBegan;
    private long pauseNanos;
    private String lastFault = "";

    /**
     * When a connector is taken out of use, and for how long. Immutable.
     *
     * @param failures so many faults, when they are at least half of what was called since the first of them; 0: never
     * @param window the time in which they have to happen
     * @param firstPause how long it is out of use at first
     * @param longestPause how long at most
     */
    public record Bounds(int failures, Duration window, Duration firstPause, Duration longestPause) {
        /** Never. */
        public static final Bounds OFF = new Bounds(0, Duration.ZERO, Duration.ZERO, Duration.ZERO);
    }

    /** Takes the name of a connector that has not failed yet. */
    public Quarantine(String connector, Supplier<Bounds> bounds, LongSupplier nanoTime) {
        this.connector = connector;
        this.bounds = bounds;
        this.nanoTime = nanoTime;
    }

    /** Whether a call may not go in, and when to come again; a call that goes in while the connector is out of use is the one that tries. */
    Optional<Duration> refuses(Call call) {
        if (!closed) {
            return Optional.empty();
        }
        if (bounds.get().failures() == 0) {
            reopen("quarantine is off");
            return Optional.empty();
        }
        long left = pauseEnds - nanoTime.getAsLong();
        if (left > 0) {
            return Optional.of(Duration.ofNanos(left));
        }
        return trial.compareAndSet(null, call) ? Optional.empty() : Optional.of(TRIAL_WAIT);
    }

    /** A call ended, or was given up. */
    void ended(Call call, Verdict verdict) {
        if (closed && trial.compareAndSet(call, null)) {
            tried(call, verdict);
        } else if (verdict == Verdict.FAULT) {
            fault(call);
        } else if (verdict == Verdict.WORKS && faults > 0) {
            works();
        }
    }

    private void tried(Call call, Verdict verdict) {
        if (verdict == Verdict.WORKS) {
            reopen("a call that tried it succeeded");
        } else if (verdict == Verdict.FAULT) {
            close(call);
        }
    }

    private synchronized void works() {
        good++;
        if (nanoTime.getAsLong() - windowBegan > bounds.get().window().toNanos()) {
            faults = 0;
        }
    }

    private synchronized void fault(Call call) {
        Bounds now = bounds.get();
        if (closed || now.failures() == 0) {
            return;
        }
        long nanos = nanoTime.getAsLong();
        if (faults == 0 || nanos - windowBegan > now.window().toNanos()) {
            windowBegan = nanos;
            faults = 0;
            good = 0;
        }
        int count = faults + 1;
        faults = count;
        if (count >= now.failures() && count >= good) {
            close(call);
        }
    }

    private synchronized void close(Call call) {
        Bounds now = bounds.get();
        long nanos = nanoTime.getAsLong();
        // One that fails again soon after it came back goes on where it was.
        boolean soon = pauseNanos > 0 && nanos - pauseEnds < now.longestPause().toNanos();
        pauseNanos = soon
                ? Math.min(2 * pauseNanos, now.longestPause().toNanos())
                : now.firstPause().toNanos();
        pauseEnds = nanos + pauseNanos;
        faults = 0;
        lastFault = call.operation().name() + ", call " + call.callId();
        closed = true;
        LOG.error(
                "{} is in quarantine for {} ms: it failed again and again by its own fault, at last in {}",
                connector,
                Duration.ofNanos(pauseNanos).toMillis(),
                lastFault);
    }

    /** Somebody wants it in use again; whether it was out of it. */
    public synchronized boolean release() {
        boolean was = closed;
        reopen("somebody ended it");
        if (was) {
            pauseNanos = 0;
            faults = 0;
        }
        return was;
    }

    private synchronized void reopen(String why) {
        if (closed) {
            closed = false;
            trial.set(null);
            LOG.info("{} is out of quarantine: {}", connector, why);
        }
    }

    /** Why the connector is out of use, for people; empty: it is in use. */
    public synchronized Optional<String> reason() {
        return closed
                ? Optional.of("It failed again and again by its own fault, at last in " + lastFault
                        + "; the log has the place. After a pause calls try it again.")
                : Optional.empty();
    }
}
