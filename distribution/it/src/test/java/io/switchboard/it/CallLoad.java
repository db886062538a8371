package io.switchboard.it;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** Clients that call without a pause, and keep every answer that is not 200. */
final class CallLoad implements AutoCloseable {
    /** More would only fill the memory. */
    private static final int MOST_FAILURES = 1000;

    private final List<Thread> threads = new ArrayList<>();
    private final AtomicLong calls = new AtomicLong();
    private final AtomicLong slowestNanos = new AtomicLong();
    private final ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();
    private volatile boolean running = true;

    /** Each of the calls is made by so many clients, over and over. */
    CallLoad(int clientsOfEach, List<Supplier<Answer>> kinds) {
        for (Supplier<Answer> kind : kinds) {
            for (int i = 0; i < clientsOfEach; i++) {
                Thread thread = new Thread(() -> run(kind), "load-" + threads.size());
                thread.setDaemon(true);
                threads.add(thread);
                thread.start();
            }
        }
    }

    private void run(Supplier<Answer> call) {
        while (running) {
            long begin = System.nanoTime();
            String failure = "";
            try {
                Answer answer = call.get();
                if (answer.status() != 200) {
                    failure = answer.toString();
                }
            } catch (UncheckedIOException e) {
                failure = e.toString();
            }
            slowestNanos.accumulateAndGet(System.nanoTime() - begin, Math::max);
            calls.incrementAndGet();
            if (!failure.isEmpty() && failures.size() < MOST_FAILURES) {
                failures.add(failure);
            }
        }
    }

    long calls() {
        return calls.get();
    }

    long slowestMillis() {
        return slowestNanos.get() / 1_000_000;
    }

    List<String> failures() {
        return List.copyOf(failures);
    }

    /** Waits until so many more calls were answered. */
    void awaitMore(long more) {
        long goal = calls() + more;
        Await.until(more + " more calls are answered", () -> calls() >= goal);
    }

    @Override
    public void close() {
        running = false;
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError("interrupted", e);
            }
        }
    }
}
