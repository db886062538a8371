package io.switchboard.core.metrics;

import java.util.concurrent.atomic.LongAdder;

/** How long something took, each time, in buckets from half a millisecond to ten seconds. Safe for use from many threads. */
public final class LatencyHistogram {
    private static final long[] BOUNDS_MICROS = {
        500,
        1_000,
        2_500,
        5_000,
        10_000,
        25_000,
        50_000,
        100_000,
        250_000,
        500_000,
        1_000_000,
        2_500_000,
        5_000_000,
        10_000_000
    };
    /** The same in seconds, as labels. */
    private static final String[] BOUNDS = {
        "0.0005", "0.001", "0.0025", "0.005", "0.01", "0.025", "0.05", "0.1", "0.25", "0.5", "1", "2.5", "5", "10"
    };

    private final LongAdder[] buckets = new LongAdder[BOUNDS.length + 1];
    private final LongAdder sumMicros = new LongAdder();

    /** Begins with nothing. */
    public LatencyHistogram() {
        for (int i = 0; i < buckets.length; i++) {
            buckets[i] = new LongAdder();
        }
    }

    /** Counts one more; it took so many microseconds. */
    public void record(long micros) {
        int bucket = 0;
        while (bucket < BOUNDS_MICROS.length && micros > BOUNDS_MICROS[bucket]) {
            bucket++;
        }
        buckets[bucket].increment();
        sumMicros.add(micros);
    }

    /**
     * Writes buckets, sum and count, in seconds, of a metric that was begun. The count is that of the buckets, whatever is recorded meanwhile.
     *
     * @param labels at least one
     */
    public void writeTo(PrometheusText text, String name, String labels) {
        long count = 0;
        for (int i = 0; i < BOUNDS.length; i++) {
            count += buckets[i].sum();
            text.sample(name + "_bucket", PrometheusText.join(labels, PrometheusText.label("le", BOUNDS[i])), count);
        }
        count += buckets[BOUNDS.length].sum();
        text.sample(name + "_bucket", PrometheusText.join(labels, PrometheusText.label("le", "+Inf")), count);
        text.sample(name + "_sum", labels, sumMicros.sum() / 1e6);
        text.sample(name + "_count", labels, count);
    }
}
