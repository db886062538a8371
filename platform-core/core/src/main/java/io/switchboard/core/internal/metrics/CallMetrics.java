package io.switchboard.core.internal.metrics;

import io.switchboard.core.metrics.MetricsSource;
import io.switchboard.core.metrics.PrometheusText;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.DoubleSupplier;
import java.util.function.Predicate;

/** Counts calls by operation and code. What callers invent makes no series of its own. Safe for use from many threads. */
public final class CallMetrics implements MetricsSource {
    /** What stands for every operation that is not offered. */
    private static final String NONE = "none";
    /** More operations than any hub has; those that came later are counted together with the unknown. */
    private static final int MOST_OPERATIONS = 2_000;

    private static final String CALLS = "switchboard_calls_total";
    private static final String DURATION = "switchboard_call_duration_seconds";

    private final Predicate<String> offered;
    private final Map<String, OperationCounts> operations = new ConcurrentHashMap<>();
    private final OperationCounts none = new OperationCounts(NONE, NONE);
    private final Map<String, Gauge> gauges = new ConcurrentSkipListMap<>();

    private record Gauge(String type, String help, DoubleSupplier value) {}

    /**
     * Counts from nought.
     *
     * @param offered whether an operation, by its canonical name, is in the catalogue now
     */
    public CallMetrics(Predicate<String> offered) {
        this.offered = offered;
    }

    /**
     * Counts a call.
     *
     * @param operation the canonical name
     * @param code the number of the catalogue; 0: it succeeded
     * @param micros how long it took, in microseconds
     */
    public void record(String operation, int code, long micros) {
        OperationCounts counts = operations.get(operation);
        if (counts == null) {
            counts = begin(operation);
        }
        counts.record(code, Math.max(0, micros));
    }

    private OperationCounts begin(String operation) {
        if (!offered.test(operation)) {
            return none;
        }
        if (operations.size() >= MOST_OPERATIONS) {
            operations.keySet().removeIf(offered.negate());
            if (operations.size() >= MOST_OPERATIONS) {
                return none;
            }
        }
        String connector = operation.substring(0, Math.max(0, operation.indexOf('.')));
        return operations.computeIfAbsent(operation, name -> new OperationCounts(connector, name));
    }

    /**
     * Tells a number whenever somebody asks.
     *
     * @param name {@code switchboard_…}, of letters, digits and underscores; takes the place of an earlier one of that name
     * @param help what it is, in English
     * @param value must answer at once; what it throws is told as not a number
     */
    public void gauge(String name, String help, DoubleSupplier value) {
        tell(name, new Gauge("gauge", help, value));
    }

    /** The same of a number that only grows; its name ends in {@code _total}. */
    public void counter(String name, String help, DoubleSupplier value) {
        tell(name, new Gauge("counter", help, value));
    }

    private void tell(String name, Gauge gauge) {
        if (!name.matches("switchboard_[a-z0-9_]+") || name.startsWith("switchboard_call_")) {
            throw new IllegalArgumentException(name);
        }
        gauges.put(name, gauge);
    }

    @Override
    public String name() {
        return "calls";
    }

    @Override
    public String prometheus() {
        PrometheusText text = new PrometheusText();
        Map<String, OperationCounts> sorted = new TreeMap<>(operations);
        sorted.put(NONE, none);
        text.metric(CALLS, "counter", "The calls, by what came of them; code 0: success.");
        sorted.values().forEach(counts -> counts.writeCalls(text, CALLS));
        text.metric(DURATION, "histogram", "How long calls took, in the hub and behind it.");
        sorted.values().forEach(counts -> counts.writeLatency(text, DURATION));
        gauges.forEach((name, gauge) -> {
            text.metric(name, gauge.type(), gauge.help());
            text.sample(name, "", read(gauge.value()));
        });
        JvmMetrics.writeTo(text);
        return text.toString();
    }

    private static double read(DoubleSupplier value) {
        try {
            return value.getAsDouble();
        } catch (RuntimeException e) {
            return Double.NaN;
        }
    }
}
