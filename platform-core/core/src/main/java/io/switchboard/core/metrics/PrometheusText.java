package io.switchboard.core.metrics;

/**
 * Writes the <a href="https://prometheus.io/docs/instrumenting/exposition_formats/">Prometheus text format</a>, version 0.0.4. A metric is
 * begun once, and its samples follow it. For one thread.
 */
public final class PrometheusText {
    private final StringBuilder text = new StringBuilder(4_096);

    /** Begins with nothing. */
    public PrometheusText() {}

    /**
     * Begins a metric; its samples follow.
     *
     * @param name {@code switchboard_…}, with its unit at the end, and {@code _total} behind that of a counter
     * @param type {@code counter}, {@code gauge} or {@code histogram}
     * @param help what it is, in English
     */
    public void metric(String name, String type, String help) {
        text.append("# HELP ").append(name).append(' ');
        text.append(help.replace("\\", "\\\\").replace("\n", "\\n")).append('\n');
        text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
    }

    /**
     * One number of the metric.
     *
     * @param labels made with {@link #label} and {@link #join}; empty: none
     */
    public void sample(String name, String labels, long value) {
        sample(name, labels, Long.toString(value));
    }

    /** The same of a number that is none of {@code long}'s; may be infinite or no number. */
    public void sample(String name, String labels, double value) {
        sample(name, labels, number(value));
    }

    private void sample(String name, String labels, String value) {
        text.append(name);
        if (!labels.isEmpty()) {
            text.append('{').append(labels).append('}');
        }
        text.append(' ').append(value).append('\n');
    }

    private static String number(double value) {
        if (Double.isInfinite(value)) {
            return value > 0 ? "+Inf" : "-Inf";
        }
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    /** A label with its value, which may be any text. */
    public static String label(String name, String value) {
        return name + "=\"" + value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }

    /** Labels, and one or several more. */
    public static String join(String labels, String more) {
        return labels + ',' + more;
    }

    /** All that was written. */
    @Override
    public String toString() {
        return text.toString();
    }
}
