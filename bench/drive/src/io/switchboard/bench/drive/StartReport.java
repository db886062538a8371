package io.switchboard.bench.drive;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Makes a table of starts, and says whether the targets are met. */
final class StartReport {
    static final String HUB = "the hub";
    static final String FELIX = "bare Felix";

    private StartReport() {}

    /**
     * One start.
     *
     * @param server what was started
     * @param java the feature version of Java
     * @param archive whether its classes came from an archive
     * @param millis how long it took to the first 200, in milliseconds
     * @param processorMillis the processor time it took for that
     * @param megabytes the memory it held some seconds later
     */
    record Sample(
            String server, String java, boolean archive, double millis, double processorMillis, double megabytes) {}

    static String of(String circumstances, List<Sample> samples) {
        StringBuilder out = new StringBuilder("Measured: " + circumstances + ".\n\n");
        out.append(
                "| Java | class archive | hub ms | bare Felix ms | ratio (at most 1.5) | of processor ms | hub MB | bare Felix MB |"
                        + " more MB (at most 60) |\n");
        out.append("| --- | --- | --- | --- | --- | --- | --- | --- | --- |\n");
        for (String java : samples.stream().map(Sample::java).distinct().toList()) {
            for (boolean archive : List.of(false, true)) {
                out.append(row(samples.stream()
                        .filter(each -> each.java().equals(java) && each.archive() == archive)
                        .toList()));
            }
        }
        return out.toString();
    }

    private static String row(List<Sample> samples) {
        Sample any = samples.get(0);
        double hub = median(samples, HUB, Sample::millis);
        double felix = median(samples, FELIX, Sample::millis);
        double hubMemory = median(samples, HUB, Sample::megabytes);
        double felixMemory = median(samples, FELIX, Sample::megabytes);
        return String.format(
                Locale.ROOT,
                "| %s | %s | %.0f | %.0f | %.2f | %.2f | %.0f | %.0f | %.0f |\n",
                any.java(),
                any.archive() ? "yes" : "no",
                hub,
                felix,
                hub / felix,
                median(samples, HUB, Sample::processorMillis) / median(samples, FELIX, Sample::processorMillis),
                hubMemory,
                felixMemory,
                hubMemory - felixMemory);
    }

    private static double median(List<Sample> samples, String server, ToDoubleFunction<Sample> measure) {
        return Median.of(
                samples.stream().filter(each -> each.server().equals(server)).toList(), measure);
    }
}
