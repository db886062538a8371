package io.switchboard.bench.drive;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Makes a table of deployments, and says whether the targets are met. */
final class DeployReport {
    private DeployReport() {}

    /**
     * What one server did.
     *
     * @param arrivals milliseconds from the rename to the first answer of a bundle that was not there
     * @param updates the same of a new version
     * @param failed calls that failed while it was updated
     * @param together milliseconds until all answered, by how many were dropped at once
     */
    record Measured(List<Double> arrivals, List<Double> updates, int failed, Map<Integer, Double> together) {
        Measured {
            arrivals = List.copyOf(arrivals);
            updates = List.copyOf(updates);
            together = new TreeMap<>(together);
        }
    }

    static String of(String circumstances, Measured hub, Measured karaf) {
        StringBuilder out = new StringBuilder("Measured: " + circumstances + ".\n\n");
        out.append("| what | the hub | Apache Karaf | Karaf : hub | the hub should have |\n");
        out.append("| --- | --- | --- | --- | --- |\n");
        times(out, "first call of a bundle that arrives", hub.arrivals(), karaf.arrivals());
        times(out, "first call of its new version", hub.updates(), karaf.updates());
        out.append(format(
                "| calls that failed during %d updates | %d | %d | | 0 |\n",
                hub.updates().size(), hub.failed(), karaf.failed()));
        int most = hub.together().keySet().stream()
                .mapToInt(Integer::intValue)
                .max()
                .orElse(0);
        for (int count : hub.together().keySet()) {
            double ours = hub.together().getOrDefault(count, 0.0) / 1000;
            double theirs = karaf.together().getOrDefault(count, 0.0) / 1000;
            out.append(format(
                    "| %d bundles together, s | %.2f | %.2f | %.1f | %s |\n",
                    count, ours, theirs, theirs / ours, count == most ? "at most 10" : ""));
        }
        for (int count : hub.together().keySet()) {
            out.append(format(
                    "| of these each, ms (%d) | %.1f | %.1f | | level |\n",
                    count,
                    hub.together().getOrDefault(count, 0.0) / count,
                    karaf.together().getOrDefault(count, 0.0) / count));
        }
        return out.toString();
    }

    private static void times(StringBuilder out, String what, List<Double> hub, List<Double> karaf) {
        double ours = Median.of(hub, each -> each);
        double theirs = Median.of(karaf, each -> each);
        out.append(
                format("| %s, ms: median | %.0f | %.0f | %.1f | at most 100 |\n", what, ours, theirs, theirs / ours));
        out.append(format("| %s, ms: slowest | %.0f | %.0f | | |\n", what, slowest(hub), slowest(karaf)));
    }

    private static double slowest(List<Double> times) {
        return times.stream().mapToDouble(Double::doubleValue).max().orElse(0);
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
