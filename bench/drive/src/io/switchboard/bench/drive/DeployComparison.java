package io.switchboard.bench.drive;

import io.switchboard.bench.drive.DeployReport.Measured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Measures deployments in the hub and in Apache Karaf, in turns, with the same bundle. */
public final class DeployComparison implements AutoCloseable {
    private static final List<Integer> TOGETHER = List.of(25, 50, 100);
    private static final int UPDATED = 500;
    private static final int FIRST_TOGETHER = 600;

    private final Options options;
    private final Folder folder;
    private final List<ServerProcess> processes = new ArrayList<>();

    private DeployComparison(Options options, Folder folder) {
        this.options = options;
        this.folder = folder;
    }

    /** Options: {@code --hub FOLDER --karaf FOLDER --probe JAR --version JAVA --flags OPTIONS [--report FILE] [--quick]}. */
    public static void main(String[] arguments) throws Exception {
        Options options = Options.of(arguments);
        try (Folder folder = Folder.make();
                DeployComparison comparison = new DeployComparison(options, folder)) {
            String report = comparison.run();
            System.out.println(report);
            if (options.values().containsKey("report")) {
                new Page(options.path("report")).replace("deploy", report);
            }
        }
    }

    private String run() throws IOException, InterruptedException {
        ProbeJar probe = new ProbeJar(options.path("probe"));
        List<DropTarget> targets = List.of(hub(probe), karaf(probe));
        String loadBefore = Machine.load();
        int rounds = options.pick(5, 30);
        Map<DropTarget, List<Double>> arrivals = arrivals(targets, rounds);
        Map<DropTarget, List<Double>> updates = new LinkedHashMap<>();
        Map<DropTarget, Integer> failed = new LinkedHashMap<>();
        for (DropTarget target : targets) {
            updates.put(target, updates(target, rounds));
            failed.put(target, target.failed());
        }
        List<Measured> measured = new ArrayList<>();
        for (DropTarget target : targets) {
            measured.add(new Measured(
                    arrivals.getOrDefault(target, List.of()),
                    updates.getOrDefault(target, List.of()),
                    failed.getOrDefault(target, 0),
                    together(target)));
        }
        String circumstances = "%s; load average %s before, %s after; %d deployments of each kind"
                .formatted(Machine.described(options.get("version")), loadBefore, Machine.load(), rounds);
        return DeployReport.of(circumstances, measured.get(0), measured.get(1));
    }

    private DropTarget hub(ProbeJar probe) throws IOException, InterruptedException {
        int port = ServerProcess.freePort();
        Path home = folder.resolve("hub");
        HubHome hub = HubHome.make(options.path("hub"), home);
        ServerProcess process = hub.start(port, Map.of());
        processes.add(process);
        process.awaitReady(port, "/health/ready");
        String base = "http://127.0.0.1:" + port;
        String admin = Files.readString(home.resolve("run/admin.json"));
        String credentials = HubHome.member(admin, "client_id") + ":" + HubHome.member(admin, "client_secret");
        return new DropTarget("the hub", base, home, new HubClient().token(base, credentials), probe);
    }

    private DropTarget karaf(ProbeJar probe) throws IOException, InterruptedException {
        int port = ServerProcess.freePort();
        Path home = folder.resolve("karaf");
        KarafHome karaf = KarafHome.make(options.path("karaf"), home, port);
        ServerProcess process = karaf.start(Map.of("EXTRA_JAVA_OPTS", options.get("flags")));
        processes.add(process);
        process.awaitListening(port);
        return new DropTarget("Apache Karaf", "http://127.0.0.1:" + port, home, "", probe);
    }

    // The first of each wakes code that was never used.
    private static Map<DropTarget, List<Double>> arrivals(List<DropTarget> targets, int rounds)
            throws IOException, InterruptedException {
        Map<DropTarget, List<Double>> millis = new LinkedHashMap<>();
        for (int round = -1; round < rounds; round++) {
            for (DropTarget target : targets) {
                int number = round + 1;
                double taken = target.dropAndCall(number, 0);
                target.remove(number);
                if (round >= 0) {
                    millis.computeIfAbsent(target, unknown -> new ArrayList<>()).add(taken);
                }
            }
        }
        return millis;
    }

    private static List<Double> updates(DropTarget target, int rounds) throws IOException, InterruptedException {
        target.dropAndCall(UPDATED, 0);
        target.dropAndCall(UPDATED, 1);
        target.failed();
        List<Double> millis = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            millis.add(target.dropAndCall(UPDATED, round + 2));
        }
        return millis;
    }

    private static Map<Integer, Double> together(DropTarget target) throws IOException, InterruptedException {
        Map<Integer, Double> millis = new LinkedHashMap<>();
        for (int count : TOGETHER) {
            List<Path> staged = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                staged.add(target.stage(FIRST_TOGETHER + i, 0));
            }
            long before = System.nanoTime();
            for (Path each : staged) {
                target.drop(each);
            }
            for (int i = 0; i < count; i++) {
                target.awaitVersion(FIRST_TOGETHER + i, 0);
            }
            millis.put(count, (System.nanoTime() - before) / 1e6);
            for (int i = 0; i < count; i++) {
                target.remove(FIRST_TOGETHER + i);
            }
        }
        return millis;
    }

    @Override
    public void close() {
        processes.forEach(ServerProcess::close);
    }
}
