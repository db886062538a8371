package io.switchboard.core.internal.metrics;

import io.switchboard.core.metrics.PrometheusText;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.util.List;

/** What the Java machine tells of itself. Its beans are not touched before somebody asks: loading them would cost the start. */
final class JvmMetrics {
    private JvmMetrics() {}

    static void writeTo(PrometheusText text) {
        MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        gauge(text, "jvm_memory_heap_used_bytes", "The bytes of the heap in use.", (double) heap.getUsed());
        gauge(text, "jvm_memory_heap_max_bytes", "The most bytes the heap may take; -1: no bound.", (double)
                heap.getMax());
        gauge(text, "jvm_threads_current", "The live platform threads.", threads());
        gauge(
                text,
                "jvm_classes_loaded",
                "The classes loaded now.",
                ManagementFactory.getClassLoadingMXBean().getLoadedClassCount());
        gauge(
                text,
                "process_uptime_seconds",
                "The seconds since the start.",
                ManagementFactory.getRuntimeMXBean().getUptime() / 1e3);
        List<GarbageCollectorMXBean> collectors = ManagementFactory.getGarbageCollectorMXBeans();
        text.metric("jvm_gc_collections_total", "counter", "The collections of garbage.");
        collectors.forEach(gc -> text.sample("jvm_gc_collections_total", label(gc), gc.getCollectionCount()));
        text.metric("jvm_gc_seconds_total", "counter", "The seconds spent collecting garbage.");
        collectors.forEach(gc -> text.sample("jvm_gc_seconds_total", label(gc), gc.getCollectionTime() / 1e3));
    }

    private static int threads() {
        return ManagementFactory.getThreadMXBean().getThreadCount();
    }

    private static String label(GarbageCollectorMXBean collector) {
        return PrometheusText.label("gc", collector.getName());
    }

    private static void gauge(PrometheusText text, String name, String help, double value) {
        text.metric(name, "gauge", help);
        text.sample(name, "", value);
    }
}
