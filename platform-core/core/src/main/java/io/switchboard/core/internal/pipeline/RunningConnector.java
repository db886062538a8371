package io.switchboard.core.internal.pipeline;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;

/**
 * A connector that takes calls, and the permits that keep it from taking more than its share. A call that was given up at its deadline
 * holds its permit until the connector lets its thread go, so what hangs is bounded. Safe for use from many threads.
 */
public final class RunningConnector {
    private final String name;
    private final Object instance;
    private final IntSupplier most;
    private final Quarantine quarantine;
    private final AtomicInteger inFlight = new AtomicInteger();
    private volatile boolean closed;

    /** Takes a connector's instance, how many calls it may serve at a time, and what it may do wrong. */
    public RunningConnector(String name, Object instance, IntSupplier most, Quarantine quarantine) {
        this.name = name;
        this.instance = instance;
        this.most = most;
        this.quarantine = quarantine;
    }

    /** The connector's name, such as {@code loyalty.v1}. */
    public String name() {
        return name;
    }

    /** Whether it is out of use for its faults. */
    public Quarantine quarantine() {
        return quarantine;
    }

    Object instance() {
        return instance;
    }

    /** Whether it takes calls no more. */
    boolean closed() {
        return closed;
    }

    boolean tryEnter() {
        // Counted first: whoever closes it sees this call, or this call sees that it is closed.
        if (inFlight.incrementAndGet() > most.getAsInt() || closed) {
            leave();
            return false;
        }
        return true;
    }

    void leave() {
        if (inFlight.decrementAndGet() == 0 && closed) {
            synchronized (inFlight) {
                inFlight.notifyAll();
            }
        }
    }

    /** How many calls are within it. */
    public int inFlight() {
        return inFlight.get();
    }

    /** Takes no further call, and waits until none is within it; false: some still are. */
    public boolean close(Duration most) {
        closed = true;
        long end = System.nanoTime() + most.toNanos();
        synchronized (inFlight) {
            while (inFlight.get() > 0) {
                long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                if (left <= 0) {
                    return false;
                }
                try {
                    inFlight.wait(left);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return false;
                }
            }
        }
        return true;
    }
}
