package io.switchboard.core.internal.otlp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import io.switchboard.connector.ErrorCode;
import io.switchboard.connector.Trace;
import io.switchboard.core.internal.pipeline.CallEnd;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SpansTest {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String PARENT = "00f067aa0ba902b7";
    private static final Instant STARTED = Instant.parse("2026-11-22T10:15:30.123456789Z");

    private FakeCollector collector;

    @BeforeEach
    void open() throws Exception {
        collector = new FakeCollector();
    }

    @AfterEach
    void close() {
        assertEquals(List.of(), collector.faults);
        collector.close();
    }

    private Spans spans(int capacity) {
        return new Spans(
                new Collector(
                        HttpClient.newHttpClient(),
                        URI.create("http://" + collector.authority() + "/v1/traces"),
                        Map.of("Authorization", "Bearer t0k"),
                        Duration.ofSeconds(10)),
                new SpanJson("switchboard", "hub-1", "0.1.0"),
                capacity,
                Duration.ofMillis(20),
                Duration.ofMillis(5));
    }

    private static CallEnd call(String spanId, String operation, @Nullable ErrorCode code, boolean sampled) {
        return new CallEnd(
                operation,
                code,
                STARTED,
                1_500,
                "0a7c0aa8ffefef09023b1296e441ce51",
                Trace.of(TRACE, spanId, sampled),
                Optional.of("00-" + TRACE + "-" + PARENT + "-01"),
                "rest",
                "web-chatbot");
    }

    private static void await(BooleanSupplier condition) {
        Instant end = Instant.now().plusSeconds(20);
        while (!condition.getAsBoolean()) {
            assertTrue(Instant.now().isBefore(end), "still waiting");
            LockSupport.parkNanos(1_000_000);
        }
    }

    private static Map<String, String> attributes(List<KeyValue> all) {
        Map<String, String> found = new TreeMap<>();
        for (KeyValue each : all) {
            found.put(
                    each.getKey(),
                    each.getValue().hasIntValue()
                            ? Long.toString(each.getValue().getIntValue())
                            : each.getValue().getStringValue());
        }
        return found;
    }

    private static String hex(com.google.protobuf.ByteString id) {
        return HexFormat.of().formatHex(id.toByteArray());
    }

    @Test
    void aCallIsAServersSpanBelowTheCallers() {
        try (Spans spans = spans(100)) {
            spans.offer(call("1111111111111111", "crm.v1.customer.get", null, true));
            await(() -> spans.sent() == 1);
        }
        Span span = collector.spans().get(0);
        assertEquals(TRACE, hex(span.getTraceId()));
        assertEquals("1111111111111111", hex(span.getSpanId()));
        assertEquals(PARENT, hex(span.getParentSpanId()));
        assertEquals("crm.v1.customer.get", span.getName());
        assertEquals(Span.SpanKind.SPAN_KIND_SERVER, span.getKind());
        assertEquals(1_795_342_530_123_456_789L, span.getStartTimeUnixNano());
        assertEquals(1_500_000, span.getEndTimeUnixNano() - span.getStartTimeUnixNano());
        assertEquals(Status.StatusCode.STATUS_CODE_UNSET, span.getStatus().getCode());
        assertEquals(
                Map.of(
                        "rpc.system", "switchboard",
                        "rpc.service", "crm.v1",
                        "rpc.method", "customer.get",
                        "switchboard.code", "0",
                        "switchboard.call.id", "0a7c0aa8ffefef09023b1296e441ce51",
                        "switchboard.transport", "rest",
                        "switchboard.client", "web-chatbot"),
                attributes(span.getAttributesList()));
        Resource resource = collector.requests.get(0).getResourceSpans(0).getResource();
        assertEquals(
                Map.of("service.name", "switchboard", "service.instance.id", "hub-1", "service.version", "0.1.0"),
                attributes(resource.getAttributesList()));
        assertEquals(List.of("Bearer t0k"), collector.authorizations);
    }

    @Test
    void onlyWhatIsOursIsAnError() {
        try (Spans spans = spans(100)) {
            spans.offer(call("1111111111111111", "crm.v1.customer.get", ErrorCode.CUSTOMER_NOT_FOUND, true));
            spans.offer(call("2222222222222222", "", ErrorCode.BACKEND_FAILED, true));
            await(() -> spans.sent() == 2);
        }
        Span callers = collector.spans().get(0);
        assertEquals(Status.StatusCode.STATUS_CODE_UNSET, callers.getStatus().getCode());
        assertEquals(
                "CUSTOMER_NOT_FOUND", attributes(callers.getAttributesList()).get("error.type"));
        assertEquals("4001", attributes(callers.getAttributesList()).get("switchboard.code"));
        Span ours = collector.spans().get(1);
        assertEquals(Status.StatusCode.STATUS_CODE_ERROR, ours.getStatus().getCode());
        assertEquals("BACKEND_FAILED", attributes(ours.getAttributesList()).get("error.type"));
        assertEquals("call", ours.getName());
    }

    @Test
    void whatTheCallerDoesNotRecordIsNotRecorded() {
        try (Spans spans = spans(100)) {
            spans.offer(call("1111111111111111", "crm.v1.customer.get", null, false));
            spans.offer(call("2222222222222222", "crm.v1.customer.get", null, true));
            await(() -> spans.sent() == 1);
        }
        assertEquals(1, collector.spans().size());
        assertEquals("2222222222222222", hex(collector.spans().get(0).getSpanId()));
    }

    @Test
    void triesAgainWhereTheCollectorAsksForIt() {
        collector.statuses.addAll(List.of(503, 429));
        try (Spans spans = spans(100)) {
            spans.offer(call("1111111111111111", "crm.v1.customer.get", null, true));
            await(() -> spans.sent() == 1);
            assertEquals(0, spans.dropped());
        }
        assertEquals(1, collector.spans().size());
    }

    @Test
    void givesUpWhereTheCollectorRefuses() {
        collector.statuses.add(400);
        try (Spans spans = spans(100)) {
            spans.offer(call("1111111111111111", "crm.v1.customer.get", null, true));
            await(() -> spans.dropped() == 1);
            spans.offer(call("2222222222222222", "crm.v1.customer.get", null, true));
            await(() -> spans.sent() == 1);
        }
    }

    @Test
    void noCallWaitsForACollectorThatHangs() {
        try (Spans spans = spans(50)) {
            collector.hanging.lock();
            try {
                spans.offer(call("1111111111111111", "crm.v1.customer.get", null, true));
                long begin = System.nanoTime();
                for (int i = 0; i < 10_000; i++) {
                    spans.offer(call("2222222222222222", "crm.v1.customer.get", null, true));
                }
                assertTrue(System.nanoTime() - begin < 2_000_000_000L);
                assertTrue(spans.dropped() > 5_000, () -> "dropped " + spans.dropped());
            } finally {
                collector.hanging.unlock();
            }
            await(() -> spans.sent() + spans.dropped() == 10_001);
        }
    }

    @Test
    void aCollectorThatIsNotThereCostsSpansOnly() {
        collector.close();
        try (Spans spans = spans(100)) {
            spans.offer(call("1111111111111111", "crm.v1.customer.get", null, true));
            await(() -> spans.dropped() == 1);
            assertEquals(0, spans.sent());
        }
    }

    @Test
    void sendsWhatThereIsBeforeItEnds() {
        Spans spans = spans(100);
        for (int i = 0; i < 30; i++) {
            spans.offer(call("1111111111111111", "crm.v1.customer.get", null, true));
        }
        spans.close();
        assertEquals(30, spans.sent());
        assertEquals(30, collector.spans().size());
        assertFalse(collector.requests.isEmpty());
    }
}
