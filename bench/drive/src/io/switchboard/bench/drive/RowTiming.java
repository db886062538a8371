package io.switchboard.bench.drive;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * Asks, with a token that is bound to one customer, for another's ticket and for one that nobody has, in random order, and holds the times
 * of the answers against each other. Options: {@code --hub FOLDER --version TEXT [--report FILE | --quick]}.
 */
public final class RowTiming {
    private static final String OWN = "C-1011";
    private static final String OTHER = "C-1012";

    private final HttpClient http = HttpClient.newHttpClient();
    private final Random random = new Random(1);
    private final String tickets;
    private final String token;
    private final double[] theirs;
    private final double[] nobodys;

    private RowTiming(String base, String token, int rounds) {
        this.tickets = base + "/api/ticket/v1/customers/me/tickets/";
        this.token = token;
        this.theirs = new double[rounds];
        this.nobodys = new double[rounds];
    }

    /** Measures, and prints or writes the table. */
    public static void main(String[] arguments) throws IOException, InterruptedException, GeneralSecurityException {
        Options options = Options.of(arguments);
        try (Folder folder = Folder.make()) {
            HubHome home = HubHome.make(options.path("hub"), folder.resolve("home"));
            int port = ServerProcess.freePort();
            try (ServerProcess hub = home.start(port, Map.of())) {
                // It does not matter how long that takes.
                Object unused = hub.awaitReady(port, "/health/ready");
                String table = measured("http://127.0.0.1:" + port, home.home(), home.demoClient(), options);
                if (options.quick()) {
                    System.out.print(table);
                } else {
                    new Page(options.path("report")).replace("rows", table);
                }
            }
        }
    }

    private static String measured(String base, Path home, String client, Options options)
            throws IOException, InterruptedException, GeneralSecurityException {
        HubClient asking = new HubClient();
        String token = asking.token(base, client);
        byte[] list = asking.get(base + "/api/ticket/v1/customers/" + OTHER + "/tickets", token);
        String row = HubHome.member(new String(list, StandardCharsets.UTF_8), "id");
        String none = row.replace("~", "~98765");
        String bound = BoundToken.of(token, OWN, home);
        new RowTiming(base, bound, options.pick(500, 5_000)).run(row, none);
        RowTiming timing = new RowTiming(base, bound, options.pick(2_000, 30_000));
        timing.run(row, none);
        return timing.table(options.get("version"));
    }

    private void run(String row, String none) throws IOException, InterruptedException {
        for (int i = 0; i < theirs.length; i++) {
            if (random.nextBoolean()) {
                theirs[i] = micros(row);
                nobodys[i] = micros(none);
            } else {
                nobodys[i] = micros(none);
                theirs[i] = micros(row);
            }
        }
        Arrays.sort(theirs);
        Arrays.sort(nobodys);
    }

    private double micros(String ticket) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(tickets + ticket))
                .header("Authorization", "Bearer " + token)
                .build();
        long before = System.nanoTime();
        int status = http.send(request, BodyHandlers.discarding()).statusCode();
        long after = System.nanoTime();
        if (status != 404) {
            throw new IOException(ticket + " answered " + status);
        }
        return (after - before) / 1_000.0;
    }

    /** How often another's row takes longer than nobody's, of all pairs (Mann and Whitney's U); a half: the time tells nothing. */
    private double longer() {
        double pairs = 0;
        int below = 0;
        int upTo = 0;
        for (double each : theirs) {
            while (below < nobodys.length && nobodys[below] < each) {
                below++;
            }
            upTo = Math.max(upTo, below);
            while (upTo < nobodys.length && nobodys[upTo] <= each) {
                upTo++;
            }
            pairs += below + (upTo - below) / 2.0;
        }
        return pairs / theirs.length / nobodys.length;
    }

    private String table(String version) throws IOException {
        // What chance alone makes of it, in 95 of 100 runs.
        double chance = 1.96 * Math.sqrt((2.0 * theirs.length + 1) / (12.0 * theirs.length * theirs.length));
        return "Measured: " + Machine.described(version) + "; load average " + Machine.load() + " after; "
                + theirs.length + " of each.\n\n| µs | p10 | p50 | p90 | p99 |\n| --- | --- | --- | --- | --- |\n"
                + row("another's row", theirs) + row("nobody's row", nobodys)
                + String.format(
                        Locale.ROOT,
                        "\nAnother's takes longer in %.2f %% of all pairs; 50 ± %.2f %% would be chance.\n",
                        100 * longer(),
                        100 * chance);
    }

    private static String row(String name, double[] sorted) {
        return String.format(
                Locale.ROOT,
                "| %s | %.0f | %.0f | %.0f | %.0f |\n",
                name,
                sorted[sorted.length / 10],
                sorted[sorted.length / 2],
                sorted[sorted.length * 9 / 10],
                sorted[sorted.length * 99 / 100]);
    }
}
