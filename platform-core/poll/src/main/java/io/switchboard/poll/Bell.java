package io.switchboard.poll;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Calls the poller before its time, after a write. Safe for use from many threads. */
public final class Bell {
    private final Semaphore rung = new Semaphore(0);

    /** Calls. */
    public void ring() {
        rung.release();
    }

    /** Waits for a time, or less where it rings. */
    void await(Duration most) throws InterruptedException {
        if (rung.tryAcquire(most.toMillis(), TimeUnit.MILLISECONDS)) {
            rung.drainPermits();
        }
    }
}
