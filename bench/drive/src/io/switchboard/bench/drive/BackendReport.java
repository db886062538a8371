package io.switchboard.bench.drive;

import io.switchboard.bench.drive.AddedTime.Added;
import io.switchboard.bench.drive.AddedTime.Round;
import java.util.List;
import java.util.Locale;

/** Makes the tables of calls to systems behind the hub, and says whether the targets are met. */
final class BackendReport {
    private BackendReport() {}

    /**
     * One hub.
     *
     * @param java the feature version of its Java
     * @param added what it adds to a call
     * @param isolation what a slow system does to others
     */
    record Measured(int java, List<Added> added, Isolation isolation) {
        Measured {
            added = List.copyOf(added);
        }
    }

    static String of(String circumstances, List<Measured> measured) {
        StringBuilder out = new StringBuilder("Measured: " + circumstances + ".\n\n");
        out.append("| Java | the system | its questions for a call | asked directly, p50 ms | by the hub, p50 ms"
                + " | more, ms (at most 1) | of all rounds |\n| --- | --- | --- | --- | --- | --- | --- |\n");
        for (Measured each : measured) {
            each.added().forEach(added -> out.append(added(each.java(), added)));
        }
        out.append("\n| Java | others, while | p50 ms | p99 ms | of p99 alone |\n| --- | --- | --- | --- | --- |\n");
        for (Measured each : measured) {
            out.append(others(each.java(), each.isolation()));
        }
        out.append("\n| Java | " + Isolation.CALLERS
                + " calls to the slow system | answered | refused (5002) | these heard, p50 ms | p99 ms | slowest ms |\n"
                + "| --- | --- | --- | --- | --- | --- | --- |\n");
        for (Measured each : measured) {
            Isolation isolation = each.isolation();
            out.append(refusals(each.java(), "in one moment", isolation.wave().served(), sorted(isolation.wave())));
            out.append(refusals(each.java(), "spread over each second", isolation.served(), isolation.refused()));
        }
        return out.toString();
    }

    private static List<Double> sorted(Crowd.Calls calls) {
        return calls.refused().stream().sorted().toList();
    }

    private static String added(int java, Added added) {
        return format(
                "| %d | %s | %.2f | %.2f | %.2f | %.2f | %.2f to %.2f |\n",
                java,
                added.name(),
                added.questions(),
                Median.of(added.rounds(), Round::direct),
                Median.of(added.rounds(), Round::hub),
                Median.of(added.rounds(), Round::added),
                added.rounds().stream().mapToDouble(Round::added).min().orElse(0),
                added.rounds().stream().mapToDouble(Round::added).max().orElse(0));
    }

    private static String others(int java, Isolation isolation) {
        double alone = isolation.p99(isolation.alone());
        double slow = isolation.p99(isolation.besideSlow());
        return others(java, "nobody else calls", isolation.p50(isolation.alone()), alone, "")
                + others(
                        java,
                        Isolation.CALLERS + " calls a second go to a system that answers at once",
                        isolation.p50(isolation.beside()),
                        isolation.p99(isolation.beside()),
                        format("%.2f", isolation.p99(isolation.beside()) / alone))
                + others(
                        java,
                        Isolation.CALLERS + " calls are in the slow one, or refused",
                        isolation.p50(isolation.besideSlow()),
                        slow,
                        format("%.2f%s", slow / alone, java >= 24 ? " (at most 1.10)" : ""));
    }

    private static String others(int java, String what, double p50, double p99, String ratio) {
        return format("| %d | %s | %.2f | %.2f | %s |\n", java, what, p50, p99, ratio);
    }

    private static String refusals(int java, String what, int served, List<Double> refused) {
        if (refused.isEmpty()) {
            return format("| %d | %s | %d | 0 | | | |\n", java, what, served);
        }
        return format(
                "| %d | %s | %d | %d | %.2f | %.2f | %.2f |\n",
                java,
                what,
                served,
                refused.size(),
                refused.get(refused.size() / 2),
                refused.get(refused.size() * 99 / 100),
                refused.get(refused.size() - 1));
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
