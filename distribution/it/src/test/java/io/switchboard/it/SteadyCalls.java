package io.switchboard.it;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Calls one address again and again from some threads, and counts what was answered. */
final class SteadyCalls implements AutoCloseable {
    /** Of the administrator's, with no customer whose calls would be counted. */
    static final String PATH = "/api/analytics/v1/calls/summary";

    private static final long PAUSE_NANOS = 5_000_000;

    private final ConcurrentMap<Integer, AtomicInteger> statuses = new ConcurrentSkipListMap<>();
    private final ConcurrentLinkedQueue<Answer> failures = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Throwable> broken = new ConcurrentLinkedQueue<>();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean stop;

    SteadyCalls(Caller caller, int callers) {
        for (int i = 0; i < callers; i++) {
            Thread thread = new Thread(() -> run(caller));
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
        Await.until("calls run", () -> count(200) >= callers);
    }

    private void run(Caller caller) {
        try {
            while (!stop) {
                Answer answer = caller.get(PATH);
                statuses.computeIfAbsent(answer.status(), status -> new AtomicInteger())
                        .incrementAndGet();
                if (answer.status() != 200) {
                    failures.add(answer);
                }
                // So that no limit on how often is met.
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        } catch (RuntimeException | Error e) {
            broken.add(e);
        }
    }

    int count(int status) {
        AtomicInteger count = statuses.get(status);
        return count == null ? 0 : count.get();
    }

    /** Lets some more calls through, so that what has just changed is seen by them. */
    void more(int calls) {
        int before = count(200);
        Await.until("calls succeed again: " + statuses, () -> count(200) >= before + calls);
    }

    /** What was answered that was no success; a connection that broke is an error. */
    List<Answer> failures() {
        if (!broken.isEmpty()) {
            throw new AssertionError("a call was not answered", broken.peek());
        }
        return List.copyOf(failures);
    }

    @Override
    public void close() {
        stop = true;
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
