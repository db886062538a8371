package io.switchboard.analytics.internal;

/** Calls that are counted together. For one thread. */
final class Tally {
    private final LatencyHistogram latency = new LatencyHistogram();
    private long calls;
    private long slowest;

    void add(long micros) {
        calls++;
        slowest = Math.max(slowest, micros);
        latency.add(micros);
    }

    void add(Tally other) {
        calls += other.calls;
        slowest = Math.max(slowest, other.slowest);
        latency.add(other.latency);
    }

    /** Adds one that was stored. */
    void add(long storedCalls, long storedSlowest, String storedLatency) {
        calls += storedCalls;
        slowest = Math.max(slowest, storedSlowest);
        latency.add(storedLatency);
    }

    long calls() {
        return calls;
    }

    /** How long the slowest took, in microseconds. */
    long slowest() {
        return slowest;
    }

    LatencyHistogram latency() {
        return latency;
    }
}
