package io.switchboard.core.internal.pipeline;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * A connector that takes calls, and the permits that keep it from taking more than its share. A call that was given up at its deadline
 * holds its permit until the connector lets its thread go, so what hangs is bounded. Safe for use from many threads.
 */
public final class RunningConnector {
    private final String name;
    private final Object instance;
    private final int permits;
    private final Semaphore free;
    private volatile boolean closed;

    /** Takes a connector's instance and how many calls it may serve at a time. */
    public RunningConnector(String name, Object instance, int permits) {
        this.name = name;
        this.instance = instance;
        this.permits = permits;
        this.free = new Semaphore(permits);
    }

    /** The connector's name, such as {@code loyalty.v1}. */
    public String name() {
        return name;
    }

    Object instance() {
        return instance;
    }

    /** Whether it takes calls no more. */
    boolean closed() {
        return closed;
    }

    boolean tryEnter() {
        if (closed || !free.tryAcquire()) {
            return false;
        }
        if (closed) {
            free.release();
            return false;
        }
        return true;
    }

    void leave() {
        free.release();
    }

    /** How many calls are within it. */
    public int inFlight() {
        return permits - free.availablePermits();
    }

    /** Takes no further call, and waits until none is within it; false: some still are. */
    public boolean close(Duration most) {
        closed = true;
        try {
            if (!free.tryAcquire(permits, most.toNanos(), TimeUnit.NANOSECONDS)) {
                return false;
            }
            free.release(permits);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
