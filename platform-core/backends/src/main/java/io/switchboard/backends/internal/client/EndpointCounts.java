package io.switchboard.backends.internal.client;

import io.switchboard.core.metrics.LatencyHistogram;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** What was counted of the requests to one endpoint. Safe for use from many threads. */
public final class EndpointCounts {
    private static final String ANSWERED = "answered";

    private final Map<String, LongAdder> outcomes = new ConcurrentHashMap<>();
    private final LatencyHistogram durations = new LatencyHistogram();
    private final LongAdder retries = new LongAdder();
    private final LongAdder failovers = new LongAdder();

    EndpointCounts() {
        // There from the start, so that the first failure is seen as a growth and not as a beginning.
        outcomes.put(ANSWERED, new LongAdder());
    }

    /**
     * Another request goes out.
     *
     * @param again not the first one of a question
     * @param primary to the endpoint that is asked where nothing is wrong
     */
    void begun(boolean again, boolean primary) {
        if (again) {
            retries.increment();
        }
        if (!primary) {
            failovers.increment();
        }
    }

    void answered(long nanos) {
        ended(ANSWERED, nanos);
    }

    void failed(AttemptFailure.Kind kind, long nanos) {
        ended(kind.name().toLowerCase(Locale.ROOT), nanos);
    }

    private void ended(String outcome, long nanos) {
        outcomes.computeIfAbsent(outcome, key -> new LongAdder()).increment();
        durations.record(nanos / 1_000);
    }

    /** The requests by what came of them: {@code answered}, or why there was no answer; in order of that. */
    public Map<String, Long> outcomes() {
        Map<String, Long> sums = new TreeMap<>();
        outcomes.forEach((outcome, count) -> sums.put(outcome, count.sum()));
        return sums;
    }

    /** How long they took. */
    public LatencyHistogram durations() {
        return durations;
    }

    /** Those that were not the first of their question. */
    public long retries() {
        return retries.sum();
    }

    /** Those that went here because the primary endpoint failed or is down. */
    public long failovers() {
        return failovers.sum();
    }
}
