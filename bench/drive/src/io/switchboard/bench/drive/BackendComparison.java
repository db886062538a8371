package io.switchboard.bench.drive;

import io.switchboard.bench.drive.AddedTime.Added;
import io.switchboard.bench.drive.BackendReport.Measured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

/** Measures what the hub adds to a call of a system behind it, and what a slow system does to those who call others. */
public final class BackendComparison {
    private static final String SLOW = "/api/slow/v1/answer?millis=";

    private final Options options;
    private final SlowServer slow;

    private BackendComparison(Options options, SlowServer slow) {
        this.options = options;
        this.slow = slow;
    }

    /** Options: {@code --hub FOLDER --slow JAR --javas "HOME …" --version JAVA [--redmine FOLDER] [--report FILE] [--quick]}. */
    public static void main(String[] arguments) throws Exception {
        Options options = Options.of(arguments);
        String loadBefore = Machine.load();
        List<Measured> measured = new ArrayList<>();
        for (String java : options.words("javas")) {
            try (Folder folder = Folder.make();
                    SlowServer slow = SlowServer.start()) {
                measured.add(new BackendComparison(options, slow).measure(Path.of(java), folder.resolve("hub")));
            }
        }
        String circumstances = "%s (that of those who call); load average %s before, %s after"
                .formatted(Machine.described(options.get("version")), loadBefore, Machine.load());
        String report = BackendReport.of(circumstances, measured);
        System.out.println(report);
        if (options.values().containsKey("report")) {
            new Page(options.path("report")).replace("backend", report);
        }
    }

    private Measured measure(Path java, Path home) throws IOException, InterruptedException {
        try (BackendHub hub = BackendHub.start(options, java, home, slow)) {
            String admin = hub.administrator();
            hub.awaitAnswer(SLOW + 0, admin);
            AddedTime quick = new AddedTime(
                    "one that answers at once", hub.get(SLOW + 0, admin), direct("/answer?millis=0"), slow::asked);
            List<Added> added = new ArrayList<>();
            added.add(quick.measure(options.pick(2_000, 10_000), options.pick(3, 7), options.pick(300, 1_000)));
            if (options.values().containsKey("redmine")) {
                added.add(redmine(hub).measure(options.pick(50, 100), options.pick(3, 5), options.pick(50, 150)));
            }
            return new Measured(BackendHub.version(java), added, Isolation.measure(hub, SLOW, admin, options));
        }
    }

    private HttpRequest direct(String target) {
        return HttpRequest.newBuilder(URI.create(slow.address() + target)).build();
    }

    /** A ticket is one issue with its journals, which is one question. */
    private AddedTime redmine(BackendHub hub) throws IOException, InterruptedException {
        Map<String, String> redmine = properties(options.path("redmine").resolve("system.properties"));
        String ticket = hub.ticketIn(redmine, options.path("hub").resolve("optional"));
        String issue = ticket.substring(ticket.lastIndexOf('~') + 1);
        HttpRequest direct = HttpRequest.newBuilder(URI.create(
                        redmine.get("address") + "/issues/" + issue + ".json?include=journals%2Callowed_statuses"))
                .header("X-Redmine-API-Key", redmine.getOrDefault("key", ""))
                .build();
        Path log = options.path("redmine").resolve("app/instances/default/log/production.log");
        return new AddedTime("Redmine", hub.get(ticket, hub.chatbot()), direct, () -> started(log));
    }

    private static Map<String, String> properties(Path file) throws IOException {
        Properties read = new Properties();
        try (var in = Files.newBufferedReader(file)) {
            read.load(in);
        }
        Map<String, String> all = new HashMap<>();
        read.stringPropertyNames().forEach(name -> all.put(name, read.getProperty(name)));
        return all;
    }

    /** How many requests there are in Redmine's log. */
    private static long started(Path log) {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.filter(line -> line.contains("Started GET ")).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
