package io.switchboard.bench.drive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs wrk and reads what it prints. */
final class Wrk {
    private static final Pattern REQUESTS = Pattern.compile("(\\d+) requests in ([\\d.]+)s");
    private static final Pattern FAULTS = Pattern.compile("Non-2xx or 3xx responses: \\d+|Socket errors: .*");

    private Wrk() {}

    /**
     * What a server did under load.
     *
     * @param requests how many were answered
     * @param perSecond how many a second
     * @param p50 the median latency, in milliseconds
     * @param p99 what 99 of 100 stay below, in milliseconds
     */
    record Load(long requests, double perSecond, double p50, double p99) {}

    /** Loads an address; refuses to count a run in which anything but 200 was answered. */
    static Load run(String address, String token, int connections, int seconds)
            throws IOException, InterruptedException {
        Process wrk = new ProcessBuilder(List.of(
                        "wrk",
                        "-t2",
                        "-c" + connections,
                        "-d" + seconds + "s",
                        "--latency",
                        "-H",
                        "Authorization: Bearer " + token,
                        address))
                .redirectErrorStream(true)
                .start();
        String printed = new String(wrk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (wrk.waitFor() != 0 || FAULTS.matcher(printed).find()) {
            throw new IllegalStateException("wrk: " + printed);
        }
        Matcher requests = REQUESTS.matcher(printed);
        if (!requests.find()) {
            throw new IllegalStateException("wrk: " + printed);
        }
        long count = Long.parseLong(requests.group(1));
        return new Load(
                count, count / Double.parseDouble(requests.group(2)), millis(printed, "50%"), millis(printed, "99%"));
    }

    private static double millis(String printed, String percentile) {
        Matcher found = Pattern.compile("\\s" + percentile + "\\s+([\\d.]+)(us|ms|s)\\s")
                .matcher(printed);
        if (!found.find()) {
            throw new IllegalStateException("wrk: " + printed);
        }
        double value = Double.parseDouble(found.group(1));
        return switch (found.group(2)) {
            case "us" -> value / 1000;
            case "s" -> value * 1000;
            default -> value;
        };
    }
}
