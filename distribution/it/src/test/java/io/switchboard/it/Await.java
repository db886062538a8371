package io.switchboard.it;

import java.time.Duration;

/** Waits for what another process does. */
final class Await {
    private static final long PAUSE_MILLIS = 20;

    private Await() {}

    /** What has to become true; what it throws ends the waiting. */
    interface Condition {
        boolean holds() throws Exception;
    }

    static void until(String what, Condition condition) {
        until(what, Duration.ofSeconds(30), condition);
    }

    static void until(String what, Duration most, Condition condition) {
        long end = System.nanoTime() + most.toNanos();
        try {
            while (!condition.holds()) {
                if (System.nanoTime() > end) {
                    throw new AssertionError("after " + most + " still not: " + what);
                }
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new AssertionError(what, e);
        }
    }
}
