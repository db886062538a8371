package io.switchboard.core.internal.metrics;

import io.switchboard.connector.ErrorCode;
import io.switchboard.core.metrics.LatencyHistogram;
import io.switchboard.core.metrics.PrometheusText;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was counted of one operation. Safe for use from many threads. */
final class OperationCounts {
    private static final Map<Integer, String> CODES =
            Stream.of(ErrorCode.values()).collect(Collectors.toMap(ErrorCode::number, code -> "" + code.number()));
    private static final String UNKNOWN = "" + ErrorCode.INTERNAL.number();

    private final String labels;
    private final LongAdder successes = new LongAdder();
    private final Map<String, LongAdder> failures = new ConcurrentHashMap<>();
    private final LatencyHistogram latency = new LatencyHistogram();

    OperationCounts(String connector, String operation) {
        labels = PrometheusText.join(
                PrometheusText.label("connector", connector), PrometheusText.label("operation", operation));
    }

    void record(int code, long micros) {
        if (code == 0) {
            successes.increment();
        } else {
            String label = CODES.getOrDefault(code, UNKNOWN);
            failures.computeIfAbsent(label, key -> new LongAdder()).increment();
        }
        latency.record(micros);
    }

    void writeCalls(PrometheusText text, String name) {
        text.sample(name, PrometheusText.join(labels, PrometheusText.label("code", "0")), successes.sum());
        failures.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(failure -> text.sample(
                        name,
                        PrometheusText.join(labels, PrometheusText.label("code", failure.getKey())),
                        failure.getValue().sum()));
    }

    void writeLatency(PrometheusText text, String name) {
        latency.writeTo(text, name, labels);
    }
}
