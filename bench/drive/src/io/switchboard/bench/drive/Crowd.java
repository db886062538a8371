package io.switchboard.bench.drive;

import io.switchboard.bench.drive.KeptConnection.Answer;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Many callers, each of whom asks, waits for the answer and may ask again, but once a second at most. */
final class Crowd implements AutoCloseable {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final int GOOD = 200;
    private static final int BUSY = 503;

    private final List<Thread> threads = new ArrayList<>();
    private final Queue<Double> refused = new ConcurrentLinkedQueue<>();
    private final Queue<String> faults = new ConcurrentLinkedQueue<>();
    private final AtomicInteger served = new AtomicInteger();
    private volatile boolean ended;

    /**
     * What became of a crowd's calls.
     *
     * @param served how many were answered
     * @param refused after how many milliseconds others heard that the system is busy
     */
    record Calls(int served, List<Double> refused) {
        Calls {
            refused = List.copyOf(refused);
        }
    }

    /** Each asks once, all in one moment. */
    static Crowd wave(int callers, int port, String path, String token) {
        return of(callers, Duration.ZERO, 1, port, path, token);
    }

    /** Each asks again and again. They are spread over a time, so that they do not all come in one moment. */
    static Crowd spread(int callers, Duration spread, int port, String path, String token) {
        return of(callers, spread, Integer.MAX_VALUE, port, path, token);
    }

    private static Crowd of(int callers, Duration spread, int times, int port, String path, String token) {
        Crowd crowd = new Crowd();
        long begin = System.nanoTime();
        for (int i = 0; i < callers; i++) {
            long first = begin + spread.toNanos() * i / callers;
            Thread thread = new Thread(() -> crowd.call(first, times, port, path, token), "crowd");
            thread.setDaemon(true);
            thread.start();
            crowd.threads.add(thread);
        }
        return crowd;
    }

    private void call(long first, int times, int port, String path, String token) {
        try (KeptConnection connection = new KeptConnection(port, path, token)) {
            long next = first;
            for (int i = 0; i < times; i++) {
                TimeUnit.NANOSECONDS.sleep(next - System.nanoTime());
                if (ended) {
                    return;
                }
                next = System.nanoTime() + SECOND;
                note(connection.ask());
            }
        } catch (IOException e) {
            faults.add(e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void note(Answer answer) {
        if (answer.status() == GOOD) {
            served.incrementAndGet();
        } else if (answer.status() == BUSY && answer.body().contains("5002")) {
            refused.add(answer.nanos() / 1e6);
        } else {
            faults.add(answer.status() + " " + answer.body());
        }
    }

    /** Has them end after the answers that they wait for. */
    Calls end() throws InterruptedException {
        ended = true;
        return await();
    }

    /** Waits until they end by themselves; fails where anything but answers and refusals came. */
    Calls await() throws InterruptedException {
        for (Thread each : threads) {
            each.join();
        }
        if (!faults.isEmpty()) {
            throw new IllegalStateException(faults.size() + " calls failed: " + faults.peek());
        }
        return new Calls(served.get(), List.copyOf(refused));
    }

    @Override
    public void close() {
        ended = true;
        threads.forEach(Thread::interrupt);
    }
}
