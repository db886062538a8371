package io.switchboard.bench.drive;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.LongSupplier;

/**
 * Asks the hub for something, and the system behind it for the same, in turns and by one client, and tells how long either takes.
 *
 * @param name what the system is called
 * @param hub asks the hub
 * @param direct asks the system what the hub asks it for that
 * @param asked how often the system was asked so far
 */
record AddedTime(String name, HttpRequest hub, HttpRequest direct, LongSupplier asked) {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** Medians of one round, in milliseconds. */
    record Round(double hub, double direct) {
        double added() {
            return hub - direct;
        }
    }

    /**
     * What was measured.
     *
     * @param name what the system is called
     * @param questions how often it was asked for one call
     * @param rounds the rounds
     */
    record Added(String name, double questions, List<Round> rounds) {
        Added {
            rounds = List.copyOf(rounds);
        }
    }

    Added measure(int warmUp, int rounds, int pairs) throws IOException, InterruptedException {
        Object unused = round(warmUp);
        long before = asked.getAsLong();
        List<Round> measured = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            measured.add(round(pairs));
        }
        double direct = (double) rounds * pairs;
        return new Added(name, (asked.getAsLong() - before - direct) / direct, measured);
    }

    /** Which of the two comes first is chance, so that neither always finds what the other has left behind. */
    private Round round(int pairs) throws IOException, InterruptedException {
        Random random = new Random(pairs);
        List<Double> byHub = new ArrayList<>();
        List<Double> directly = new ArrayList<>();
        for (int i = 0; i < pairs; i++) {
            boolean hubFirst = random.nextBoolean();
            if (hubFirst) {
                byHub.add(millis(hub));
            }
            directly.add(millis(direct));
            if (!hubFirst) {
                byHub.add(millis(hub));
            }
        }
        return new Round(Median.of(byHub, each -> each), Median.of(directly, each -> each));
    }

    private static double millis(HttpRequest request) throws IOException, InterruptedException {
        long before = System.nanoTime();
        HttpResponse<byte[]> answer = HTTP.send(request, BodyHandlers.ofByteArray());
        long after = System.nanoTime();
        if (answer.statusCode() != 200) {
            throw new IOException(request.uri() + " answered " + answer.statusCode());
        }
        return (after - before) / 1e6;
    }
}
