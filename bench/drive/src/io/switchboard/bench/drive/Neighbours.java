package io.switchboard.bench.drive;

import io.switchboard.bench.drive.KeptConnection.Answer;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Others who call something of their own at a steady pace, each over one connection. */
record Neighbours(int port, String path, String token) {
    private static final int CALLERS = 8;
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(20);
    private static final int GOOD = 200;

    /** How many calls they make in a second, together. */
    static long perSecond() {
        return CALLERS * TimeUnit.SECONDS.toNanos(1) / PAUSE;
    }

    /**
     * How long their calls take, in milliseconds.
     *
     * @param p50 the median
     * @param p99 what 99 of 100 stay below
     */
    record Waits(double p50, double p99) {}

    /** Calls for a time; fails where one call fails. */
    Waits call(Duration time) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(CALLERS);
        try {
            long begin = System.nanoTime();
            List<Callable<List<Double>>> callers = new ArrayList<>();
            for (int i = 0; i < CALLERS; i++) {
                long first = begin + PAUSE * i / CALLERS;
                callers.add(() -> call(first, begin + time.toNanos()));
            }
            List<Double> all = new ArrayList<>();
            for (Future<List<Double>> each : threads.invokeAll(callers)) {
                all.addAll(each.get());
            }
            double[] sorted = all.stream().mapToDouble(Double::doubleValue).toArray();
            Arrays.sort(sorted);
            return new Waits(sorted[sorted.length / 2], sorted[sorted.length * 99 / 100]);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a neighbour's call failed", e);
        } finally {
            threads.shutdownNow();
        }
    }

    private List<Double> call(long first, long end) throws IOException, InterruptedException {
        List<Double> millis = new ArrayList<>();
        try (KeptConnection connection = new KeptConnection(port, path, token)) {
            for (long next = first; next < end; next += PAUSE) {
                TimeUnit.NANOSECONDS.sleep(next - System.nanoTime());
                Answer answer = connection.ask();
                if (answer.status() != GOOD) {
                    throw new IOException(answer.status() + " " + answer.body());
                }
                millis.add(answer.nanos() / 1e6);
            }
        }
        return millis;
    }
}
