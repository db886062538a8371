package io.switchboard.bench.drive;

import io.switchboard.bench.drive.StartReport.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Measures the start to the first 200 and the memory when idle: the hub and the bare framework in turns. */
public final class StartComparison {
    /** What the bare framework needs of the hub's bundles. */
    private static final List<String> BARE = List.of(
            "org.osgi.service.component-",
            "org.osgi.util.",
            "org.apache.felix.scr-",
            "org.apache.felix.http.",
            "commons-");

    private static final Duration IDLE = Duration.ofSeconds(5);

    private final Options options;
    private final Folder folder;

    private StartComparison(Options options, Folder folder) {
        this.options = options;
        this.folder = folder;
    }

    /** Options: {@code --hub FOLDER --felix JAR --servlet JAR --javas HOMES --flags OPTIONS [--report FILE] [--quick]}. */
    public static void main(String[] arguments) throws Exception {
        Options options = Options.of(arguments);
        try (Folder folder = Folder.make()) {
            String report = new StartComparison(options, folder).run();
            System.out.println(report);
            if (options.values().containsKey("report")) {
                new Page(options.path("report")).replace("start", report);
            }
        }
    }

    private String run() throws IOException, InterruptedException {
        String loadBefore = Machine.load();
        int starts = options.pick(3, 9);
        List<Sample> samples = new ArrayList<>();
        for (String java : options.words("javas")) {
            for (boolean archive : List.of(false, true)) {
                samples.addAll(measure(Path.of(java), archive, starts));
            }
        }
        return StartReport.of(
                "%s; load average %s before, %s after; medians of %d starts"
                        .formatted(
                                Machine.described("Java " + options.get("javas")), loadBefore, Machine.load(), starts),
                samples);
    }

    private List<Sample> measure(Path java, boolean archive, int starts) throws IOException, InterruptedException {
        String version = version(java);
        Path home = folder.resolve("hub-" + version + archive);
        HubHome hub = HubHome.make(options.path("hub"), home);
        Path classes = folder.resolve("felix-" + version + archive);
        List<Sample> samples = new ArrayList<>();
        // The first two starts of each fill the store and write the archives.
        for (int i = -2; i < starts; i++) {
            int port = ServerProcess.freePort();
            Map<String, String> environment =
                    Map.of("JAVA_HOME", java.toString(), "SWITCHBOARD_CLASS_ARCHIVE", archive ? "on" : "off");
            Sample ofHub = sample(StartReport.HUB, version, archive, hub.start(port, environment), port);
            Sample ofFelix = sample(StartReport.FELIX, version, archive, felix(java, archive, classes, port), port);
            if (i >= 0) {
                samples.add(ofHub);
                samples.add(ofFelix);
            }
        }
        return samples;
    }

    private static Sample sample(String server, String version, boolean archive, ServerProcess process, int port)
            throws IOException, InterruptedException {
        try (process) {
            double millis = process.awaitReady(port, "/health/ready").toNanos() / 1e6;
            double processorMillis = process.processorTime().toNanos() / 1e6;
            TimeUnit.SECONDS.sleep(IDLE.toSeconds());
            return new Sample(server, version, archive, millis, processorMillis, process.residentMegabytes());
        }
    }

    private ServerProcess felix(Path java, boolean archive, Path classes, int port) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(java.resolve("bin/java").toString());
        command.addAll(options.words("flags"));
        if (archive) {
            command.add(archiveOption(version(java), classes));
        }
        command.addAll(List.of("-jar", options.path("felix").toString(), Integer.toString(port)));
        command.add(Files.createTempDirectory(folder.path(), "cache").toString());
        try (Stream<Path> bundles = Files.list(options.path("hub").resolve("lib"))) {
            bundles.filter(file -> BARE.stream().anyMatch(file.getFileName().toString()::startsWith))
                    .sorted()
                    .forEach(file -> command.add(file.toString()));
        }
        command.add(options.path("servlet").toString());
        return ServerProcess.start(command, Map.of(), folder.resolve(port + ".log"));
    }

    private static String archiveOption(String version, Path classes) {
        boolean there = Files.exists(classes);
        if (Integer.parseInt(version) >= 25) {
            return (there ? "-XX:AOTCache=" : "-XX:AOTCacheOutput=") + classes;
        }
        return (there ? "-XX:SharedArchiveFile=" : "-XX:ArchiveClassesAtExit=") + classes;
    }

    /** The feature version of a Java home, as its {@code release} file has it. */
    private static String version(Path java) throws IOException {
        Map<String, String> release = new TreeMap<>();
        for (String line : Files.readAllLines(java.resolve("release"))) {
            int equals = line.indexOf('=');
            release.put(
                    line.substring(0, Math.max(0, equals)),
                    line.substring(equals + 1).replace("\"", ""));
        }
        return release.getOrDefault("JAVA_VERSION", "").replaceFirst("\\..*", "");
    }
}
