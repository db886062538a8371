package io.switchboard.backends.internal.client;

import io.switchboard.connector.ConnectorException;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** What was counted of the questions to one backend, since it was first opened. Safe for use from many threads. */
public final class BackendCounts {
    private final LongAdder answers = new LongAdder();
    private final Map<Integer, LongAdder> failures = new ConcurrentHashMap<>();
    private final Map<URI, EndpointCounts> endpoints = new ConcurrentHashMap<>();

    BackendCounts() {}

    void answered() {
        answers.increment();
    }

    void failed(ConnectorException failure) {
        failures.computeIfAbsent(failure.code().number(), key -> new LongAdder())
                .increment();
    }

    /** Of the requests to one endpoint. */
    public EndpointCounts of(URI address) {
        return endpoints.computeIfAbsent(address, key -> new EndpointCounts());
    }

    /** The questions by the code of what came of them, 0 where that was an answer; in order of the codes. */
    public Map<Integer, Long> questions() {
        Map<Integer, Long> sums = new TreeMap<>();
        sums.put(0, answers.sum());
        failures.forEach((code, count) -> sums.put(code, count.sum()));
        return sums;
    }
}
