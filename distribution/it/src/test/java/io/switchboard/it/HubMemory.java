package io.switchboard.it;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * What a hub holds after a full collection.
 *
 * @param megabytes of objects that are alive, of 2^20 bytes
 * @param classes how many are loaded
 * @param loaders class loaders of bundles that are alive
 * @param connectors instances of the connector that is deployed again and again
 */
record HubMemory(double megabytes, long classes, long loaders, long connectors) {
    private static final String LOADER = "org.apache.felix.framework.BundleWiringImpl$BundleClassLoader";

    static HubMemory of(HubProcess hub, Class<?> connector) throws IOException, InterruptedException {
        String pid = HubProcess.read(hub.home(), "hub.json").path("pid").asText();
        // Which collects all garbage first.
        List<String[]> histogram = jcmd(pid, "GC.class_histogram");
        List<String[]> counters = jcmd(pid, "PerfCounter.print");
        long bytes = histogram.stream()
                .filter(columns -> columns.length == 3 && columns[0].equals("Total"))
                .mapToLong(columns -> Long.parseLong(columns[2]))
                .sum();
        long classes = counter(counters, "java.cls.loadedClasses")
                + counter(counters, "java.cls.sharedLoadedClasses")
                - counter(counters, "java.cls.unloadedClasses")
                - counter(counters, "java.cls.sharedUnloadedClasses");
        return new HubMemory(
                bytes / 1048576.0, classes, instances(histogram, LOADER), instances(histogram, connector.getName()));
    }

    // num: instances bytes class (module)
    private static long instances(List<String[]> histogram, String name) {
        return histogram.stream()
                .filter(columns -> columns.length >= 4 && columns[3].equals(name))
                .mapToLong(columns -> Long.parseLong(columns[1]))
                .sum();
    }

    private static long counter(List<String[]> counters, String name) {
        return counters.stream()
                .filter(columns -> columns[0].startsWith(name + "="))
                .mapToLong(columns -> Long.parseLong(columns[0].substring(name.length() + 1)))
                .sum();
    }

    private static List<String[]> jcmd(String pid, String command) throws IOException, InterruptedException {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        Process process =
                new ProcessBuilder(jcmd, pid, command).redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new AssertionError(text);
        }
        return text.lines().map(line -> line.strip().split("\\s+")).toList();
    }

    /** A row of the table. */
    String row(int redeployments) {
        return String.format(
                Locale.ROOT, "| %d | %.1f | %d | %d | %d |", redeployments, megabytes, classes, loaders, connectors);
    }
}
