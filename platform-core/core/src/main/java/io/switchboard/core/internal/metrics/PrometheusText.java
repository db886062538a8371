package io.switchboard.core.internal.metrics;

/** Writes the Prometheus text format, version 0.0.4. For one thread. */
final class PrometheusText {
    private final StringBuilder text = new StringBuilder(4_096);

    /** Begins a metric; its samples follow. */
    void metric(String name, String type, String help) {
        text.append("# HELP ").append(name).append(' ');
        text.append(help.replace("\\", "\\\\").replace("\n", "\\n")).append('\n');
        text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
    }

    void sample(String name, String labels, long value) {
        sample(name, labels, Long.toString(value));
    }

    void sample(String name, String labels, double value) {
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

    static String label(String name, String value) {
        return name + "=\"" + value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }

    static String join(String labels, String more) {
        return labels + ',' + more;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
