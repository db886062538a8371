package io.switchboard.core.internal.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.core.metrics.PrometheusText;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

class CallMetricsTest {
    private static final String GET = "crm.v1.customer.get";
    private static final String OF_GET = "connector=\"crm\",operation=\"" + GET + "\"";

    private final Set<String> offered = ConcurrentHashMap.newKeySet();
    private final CallMetrics metrics = new CallMetrics(offered::contains);

    private Map<String, Double> samples() {
        return PrometheusParser.parse(metrics.prometheus());
    }

    @Test
    void countsByOperationAndCode() {
        offered.add(GET);
        metrics.record(GET, 0, 400);
        metrics.record(GET, 0, 500);
        metrics.record(GET, 4004, 501);
        metrics.record(GET, 5003, 11_000_000);
        Map<String, Double> samples = samples();
        assertEquals(2, samples.get("switchboard_calls_total{" + OF_GET + ",code=\"0\"}"));
        assertEquals(1, samples.get("switchboard_calls_total{" + OF_GET + ",code=\"4004\"}"));
        assertEquals(2, samples.get("switchboard_call_duration_seconds_bucket{" + OF_GET + ",le=\"0.0005\"}"));
        assertEquals(3, samples.get("switchboard_call_duration_seconds_bucket{" + OF_GET + ",le=\"10\"}"));
        assertEquals(4, samples.get("switchboard_call_duration_seconds_bucket{" + OF_GET + ",le=\"+Inf\"}"));
        assertEquals(4, samples.get("switchboard_call_duration_seconds_count{" + OF_GET + "}"));
        assertEquals(
                11.001401, samples.getOrDefault("switchboard_call_duration_seconds_sum{" + OF_GET + "}", 0.0), 1e-9);
    }

    @Test
    void makesNoSeriesOfWhatCallersInvent() {
        int before = samples().size();
        for (int i = 0; i < 10_000; i++) {
            metrics.record("x" + i + ".v1.\"\n", 4005, 10);
        }
        Map<String, Double> samples = samples();
        assertEquals(
                10_000, samples.get("switchboard_calls_total{connector=\"none\",operation=\"none\",code=\"4005\"}"));
        assertEquals(before + 1, samples.size());
        offered.add(GET);
        metrics.record(GET, 123_456, 10);
        assertEquals(1, samples().get("switchboard_calls_total{" + OF_GET + ",code=\"5000\"}"));
    }

    @Test
    void boundsTheOperationsAndForgetsTheDeparted() {
        for (int i = 0; i < 2_000; i++) {
            offered.add("c.v1.o" + i);
            metrics.record("c.v1.o" + i, 0, 10);
        }
        offered.add("c.v1.late");
        metrics.record("c.v1.late", 0, 10);
        assertFalse(metrics.prometheus().contains("late"));
        offered.remove("c.v1.o7");
        metrics.record("c.v1.late", 0, 10);
        assertTrue(metrics.prometheus().contains("late"));
        assertFalse(metrics.prometheus().contains("\"c.v1.o7\""));
    }

    @Test
    void tellsGauges() {
        metrics.gauge("switchboard_audit_queue", "Records that wait\nto be \\ written.", () -> 17);
        metrics.gauge("switchboard_load", "A fraction.", () -> 0.25);
        metrics.gauge("switchboard_broken", "Cannot be read.", () -> {
            throw new IllegalStateException();
        });
        Map<String, Double> samples = samples();
        assertEquals(17, samples.get("switchboard_audit_queue"));
        assertEquals(0.25, samples.get("switchboard_load"));
        assertEquals(Double.NaN, samples.get("switchboard_broken"));
        assertTrue(metrics.prometheus()
                .contains("# HELP switchboard_audit_queue Records that wait\\nto be \\\\ written.\n"));
        assertThrows(IllegalArgumentException.class, () -> metrics.gauge("a b", "", () -> 0));
    }

    @Test
    void tellsOfTheJavaMachine() {
        Map<String, Double> samples = samples();
        assertTrue(samples.getOrDefault("jvm_memory_heap_used_bytes", 0.0) > 0);
        assertTrue(samples.getOrDefault("jvm_threads_current", 0.0) > 0);
        assertTrue(samples.getOrDefault("jvm_classes_loaded", 0.0) > 0);
        assertTrue(samples.getOrDefault("process_uptime_seconds", 0.0) > 0);
        assertTrue(samples.keySet().stream().anyMatch(name -> name.startsWith("jvm_gc_collections_total{gc=")));
    }

    @Test
    void escapesLabels() {
        assertEquals("a=\"\\\\ \\\" \\n\"", PrometheusText.label("a", "\\ \" \n"));
    }

    @Test
    void losesNoCountWhileManyCount() throws Exception {
        offered.add(GET);
        Thread[] threads = new Thread[4];
        for (int t = 0; t < threads.length; t++) {
            threads[t] = new Thread(() -> {
                for (int i = 0; i < 50_000; i++) {
                    metrics.record(GET, i % 10 == 0 ? 4004 : 0, i);
                }
            });
            threads[t].start();
        }
        for (Thread thread : threads) {
            samples();
            thread.join();
        }
        assertEquals(20_000, samples().get("switchboard_calls_total{" + OF_GET + ",code=\"4004\"}"));
        assertEquals(200_000, samples().get("switchboard_call_duration_seconds_count{" + OF_GET + "}"));
    }
}
