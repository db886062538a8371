package io.switchboard.core.internal.pipeline;

import java.util.concurrent.atomic.AtomicInteger;

/** Whom a call asked through the hub's own client, and how often. Safe for use from any thread. */
final class Asked {
    private final AtomicInteger attempts = new AtomicInteger();
    private volatile String endpoint = "";

    void note(String address) {
        endpoint = address;
        attempts.incrementAndGet();
    }

    /** How often the backend was asked. Where the client was not used, to run at all counts as once. */
    int attempts(boolean ran) {
        int counted = attempts.get();
        return counted == 0 && ran ? 1 : counted;
    }

    /** The endpoint asked last; empty where the client was not used. */
    String endpoint() {
        return endpoint;
    }
}
