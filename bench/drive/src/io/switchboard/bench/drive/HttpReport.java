package io.switchboard.bench.drive;

import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;

/** Makes a table of what was measured over HTTP, and says whether the targets are met. */
final class HttpReport {
    static final String HUB = "the hub";
    static final String JETTY = "bare Jetty";
    static final String SPRING = "Spring Boot";

    private HttpReport() {}

    /**
     * One server under one load in one round.
     *
     * @param server its name
     * @param connections how many connections there were
     * @param load what it did
     * @param micros the processor time that each request cost it, in microseconds
     */
    record Sample(String server, int connections, Wrk.Load load, double micros) {}

    static String of(String circumstances, int bytes, List<Sample> samples) {
        StringBuilder out = new StringBuilder("Measured: " + circumstances + "; answers of " + bytes + " bytes.\n\n");
        out.append("| connections | server | requests/s | processor µs each | p50 ms | p99 ms |\n");
        out.append("| --- | --- | --- | --- | --- | --- |\n");
        TreeSet<Integer> loads =
                new TreeSet<>(samples.stream().map(Sample::connections).toList());
        for (int connections : loads) {
            for (String server : List.of(HUB, JETTY, SPRING)) {
                out.append(row(connections, server, samples));
            }
        }
        out.append("\n| connections | what | is | should be |\n| --- | --- | --- | --- |\n");
        for (int connections : loads) {
            out.append(targets(connections, samples));
        }
        return out.toString();
    }

    private static String row(int connections, String server, List<Sample> samples) {
        return format(
                "| %d | %s | %,.0f | %.1f | %.2f | %.2f |\n",
                connections,
                server,
                median(samples, server, connections, each -> each.load().perSecond()),
                median(samples, server, connections, Sample::micros),
                median(samples, server, connections, each -> each.load().p50()),
                median(samples, server, connections, each -> each.load().p99()));
    }

    private static String targets(int connections, List<Sample> samples) {
        ToDoubleFunction<Sample> perSecond = each -> each.load().perSecond();
        ToDoubleFunction<Sample> p99 = each -> each.load().p99();
        double hub = median(samples, HUB, connections, perSecond);
        double toJetty = hub / median(samples, JETTY, connections, perSecond);
        double toSpring = hub / median(samples, SPRING, connections, perSecond);
        double latency = median(samples, HUB, connections, p99) / median(samples, JETTY, connections, p99);
        double work =
                median(samples, JETTY, connections, Sample::micros) / median(samples, HUB, connections, Sample::micros);
        return format("| %d | requests/s, hub : bare Jetty | %.2f | at least 0.50 |\n", connections, toJetty)
                + format("| %d | p99, hub : bare Jetty | %.2f | at most 2 |\n", connections, latency)
                + format("| %d | requests/s, hub : Spring Boot | %.2f | at least 2 |\n", connections, toSpring)
                + format("| %d | requests per processor second, hub : bare Jetty | %.2f | |\n", connections, work);
    }

    private static double median(
            List<Sample> samples, String server, int connections, ToDoubleFunction<Sample> measure) {
        return Median.of(
                samples.stream()
                        .filter(each -> each.server().equals(server) && each.connections() == connections)
                        .toList(),
                measure);
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
