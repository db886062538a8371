package io.switchboard.core.internal.audit;

import io.switchboard.core.audit.AuditRecord;
import java.io.IOException;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A record on its way to the disk, and the caller that may wait for it. */
final class AuditEntry {
    private enum State {
        UNDER_WAY,
        DURABLE,
        FAILED
    }

    private final @Nullable AuditRecord content;
    private final @Nullable Erasure erasure;
    private final @Nullable Thread waiter;
    private volatile State state = State.UNDER_WAY;

    private AuditEntry(@Nullable AuditRecord content, @Nullable Erasure erasure, @Nullable Thread waiter) {
        this.content = content;
        this.erasure = erasure;
        this.waiter = waiter;
    }

    /** One that nobody waits for. */
    static AuditEntry passing(AuditRecord content) {
        return new AuditEntry(content, null, null);
    }

    /** One that the current thread is going to wait for. */
    static AuditEntry awaited(AuditRecord content) {
        return new AuditEntry(content, null, Thread.currentThread());
    }

    /** An erasure that the current thread is going to wait for. */
    static AuditEntry erasing(Erasure erasure) {
        return new AuditEntry(null, erasure, Thread.currentThread());
    }

    /** Does with the tape what it came for. */
    void run(Tape tape) throws IOException {
        if (content != null) {
            tape.append(content);
        }
        if (erasure != null) {
            erasure.run(tape);
        }
    }

    boolean durable() {
        return waiter != null;
    }

    void settle(boolean survives) {
        if (state == State.UNDER_WAY) {
            state = survives ? State.DURABLE : State.FAILED;
            LockSupport.unpark(waiter);
        }
    }

    /**
     * Waits until it is durable or failed, at most so long. An interrupt does not end the wait, since the record is on its way
     * whatever the caller does; it is there again afterwards.
     *
     * @return whether it is durable
     */
    boolean await(long nanos) {
        long end = System.nanoTime() + nanos;
        boolean interrupted = false;
        while (state == State.UNDER_WAY) {
            long left = end - System.nanoTime();
            if (left <= 0) {
                break;
            }
            LockSupport.parkNanos(this, left);
            interrupted |= Thread.interrupted();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return state == State.DURABLE;
    }
}
