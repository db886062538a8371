package io.switchboard.core.internal.audit;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The bounded queue between the callers and the one writer. Waking a thread costs a caller more than all the rest, so the writer is
 * woken only where it sleeps for good, where somebody waits, or where the queue fills; else it comes by itself.
 */
final class HandOver {
    private final Queue<AuditEntry> entries = new ConcurrentLinkedQueue<>();
    private final Semaphore room;
    private final int capacity;
    private final AtomicBoolean woken = new AtomicBoolean();
    private volatile boolean asleep;
    private volatile @Nullable Thread writer;

    HandOver(int capacity) {
        this.capacity = capacity;
        this.room = new Semaphore(capacity);
    }

    /** Adds one, waiting for room. */
    void put(AuditEntry entry, Duration wait) throws AuditUnavailable {
        if (!room.tryAcquire() && !awaitRoom(wait)) {
            throw new AuditUnavailable("the audit's queue is full");
        }
        entries.add(entry);
        if (entry.durable() || asleep || room.availablePermits() < capacity / 2) {
            wake();
        }
    }

    private boolean awaitRoom(Duration wait) throws AuditUnavailable {
        wake();
        try {
            return room.tryAcquire(wait.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AuditUnavailable("interrupted while the audit's queue was full", e);
        }
    }

    /** Takes the oldest. For the writer. */
    @Nullable
    AuditEntry poll() {
        return entries.poll();
    }

    /** Makes room for others after so many were taken. For the writer. */
    void free(int taken) {
        room.release(taken);
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    /** Tells those who wait that they wait in vain; their records stay. */
    void refuseAwaited() {
        entries.forEach(entry -> entry.settle(false));
    }

    int depth() {
        return capacity - room.availablePermits();
    }

    boolean hasRoom() {
        return room.availablePermits() > 0;
    }

    void wake() {
        if (!woken.getAndSet(true)) {
            LockSupport.unpark(writer);
        }
    }

    /** Says that the current thread is the writer. */
    void claim() {
        writer = Thread.currentThread();
    }

    /** Sleeps that long, or until somebody waits or the queue fills. For the writer. */
    void linger(long nanos) {
        if (!woken.get()) {
            LockSupport.parkNanos(this, nanos);
        }
        woken.set(false);
    }

    /** Sleeps that long, or until something comes. For the writer. */
    void sleep(long nanos) {
        asleep = true;
        if (entries.isEmpty()) {
            linger(nanos);
        }
        asleep = false;
    }
}
