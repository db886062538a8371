package io.switchboard.bench.drive;

import io.switchboard.bench.drive.HttpReport.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Measures the hub's {@code customer.get} against bare Jetty and Spring Boot, in turns, with one token and one answer for all. */
public final class HttpComparison implements AutoCloseable {
    private static final String PATH = "/api/crm/v1/customers/C-1001";
    private static final List<Integer> CONNECTIONS = List.of(16, 64);
    private static final int SLICE_SECONDS = 5;

    private final Options options;
    private final Folder folder;
    private final HubClient client = new HubClient();
    private final List<Contender> contenders = new ArrayList<>();

    /** A server in the comparison. */
    private record Contender(String name, ServerProcess process, int port) {
        String base() {
            return "http://127.0.0.1:" + port;
        }
    }

    private HttpComparison(Options options, Folder folder) {
        this.options = options;
        this.folder = folder;
    }

    /** Options: {@code --hub FOLDER --jetty FOLDER --spring FOLDER --java COMMAND --flags OPTIONS [--report FILE] [--quick]}. */
    public static void main(String[] arguments) throws Exception {
        Options options = Options.of(arguments);
        try (Folder folder = Folder.make();
                HttpComparison comparison = new HttpComparison(options, folder)) {
            String report = comparison.run();
            System.out.println(report);
            if (options.values().containsKey("report")) {
                new Page(options.path("report")).replace("http", report);
            }
        }
    }

    private String run() throws IOException, InterruptedException {
        HubHome home = HubHome.make(options.path("hub"), folder.resolve("hub"));
        Contender hub = startHub(home);
        String token = client.token(hub.base(), home.demoClient());
        byte[] answer = client.get(hub.base() + PATH, token);
        Path file = Files.write(folder.resolve("answer.json"), answer);
        start(HttpReport.JETTY, "io.switchboard.bench.jetty.BareJetty", options.path("jetty"), hub, file);
        start(HttpReport.SPRING, "io.switchboard.bench.spring.ResourceServer", options.path("spring"), hub, file);
        for (Contender each : contenders) {
            requireSame(each, answer, token);
        }
        String loadBefore = Machine.load();
        for (Contender each : contenders) {
            warmUp(each, token);
        }
        List<Sample> samples = new ArrayList<>();
        for (int round = 0; round < options.pick(3, 7); round++) {
            samples.addAll(measure(client.token(hub.base(), home.demoClient()), options.pick(3, 8)));
            Collections.rotate(contenders, 1);
        }
        String circumstances = "%s; load average %s before, %s after; %d rounds"
                .formatted(Machine.described(options.get("version")), loadBefore, Machine.load(), options.pick(3, 7));
        return HttpReport.of(circumstances, answer.length, samples);
    }

    private Contender startHub(HubHome home) throws IOException, InterruptedException {
        int port = ServerProcess.freePort();
        Contender hub = new Contender(HttpReport.HUB, home.start(port, Map.of()), port);
        contenders.add(hub);
        hub.process().awaitReady(port, "/health/ready");
        return hub;
    }

    private void start(String name, String main, Path module, Contender hub, Path answer)
            throws IOException, InterruptedException {
        int port = ServerProcess.freePort();
        List<String> command = new ArrayList<>();
        command.add(options.get("java"));
        command.addAll(options.words("flags"));
        command.addAll(List.of("-cp", module.resolve("classes") + ":" + module.resolve("lib") + "/*", main));
        command.addAll(List.of(Integer.toString(port), hub.base() + "/oauth2/jwks", answer.toString()));
        ServerProcess process = ServerProcess.start(command, Map.of(), folder.resolve(port + ".log"));
        contenders.add(new Contender(name, process, port));
        process.awaitListening(port);
    }

    /** The same work, or the comparison is none. */
    private void requireSame(Contender contender, byte[] answer, String token)
            throws IOException, InterruptedException {
        int size = client.get(contender.base() + PATH, token).length;
        if (size != answer.length) {
            throw new IllegalStateException(
                    contender.name() + " answers " + size + " bytes, and the hub " + answer.length);
        }
    }

    /** A certain number of requests, since compilers count calls and not seconds; but not for ever. */
    private void warmUp(Contender contender, String token) throws IOException, InterruptedException {
        long left = options.pick(200_000, 500_000);
        for (int slice = 0; left > 0 && slice < options.pick(10, 20); slice++) {
            left -= Wrk.run(contender.base() + PATH, token, CONNECTIONS.get(slice % 2), SLICE_SECONDS)
                    .requests();
        }
    }

    private List<Sample> measure(String token, int seconds) throws IOException, InterruptedException {
        List<Sample> samples = new ArrayList<>();
        for (int connections : CONNECTIONS) {
            for (Contender each : contenders) {
                long before = each.process().processorTime().toMillis();
                Wrk.Load load = Wrk.run(each.base() + PATH, token, connections, seconds);
                long used = each.process().processorTime().toMillis() - before;
                samples.add(new Sample(each.name(), connections, load, used * 1000.0 / load.requests()));
            }
        }
        return samples;
    }

    @Override
    public void close() {
        contenders.forEach(each -> each.process().close());
    }
}
