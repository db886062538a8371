package io.switchboard.core.internal.pipeline;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Looks after the deadlines of all calls under way. One thread goes through them every few milliseconds, which costs a call less than a
 * timer of its own; answering is done by others, since a caller that reads slowly must not hold up the next deadline.
 */
final class Watchdog implements AutoCloseable {
    private static final long ROUND_NANOS = TimeUnit.MILLISECONDS.toNanos(5);
    private static final int ANSWERERS = 4;
    private static final int MOST_WAITING = 10_000;

    private final CallsUnderWay underWay = new CallsUnderWay();
    private final Consumer<Call> expire;
    private final ExecutorService answerers;
    private final Thread thread;
    private volatile boolean closed;

    /** Takes what to do with a call whose time is up. */
    Watchdog(Consumer<Call> expire) {
        this.expire = expire;
        this.answerers = new ThreadPoolExecutor(
                ANSWERERS,
                ANSWERERS,
                1,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(MOST_WAITING),
                task -> daemon(task, "switchboard-deadline-answer"));
        this.thread = daemon(this::watch, "switchboard-deadline");
    }

    void start() {
        thread.start();
    }

    void add(Call call) {
        underWay.add(call);
    }

    void remove(Call call) {
        underWay.remove(call);
    }

    int underWay() {
        return underWay.size();
    }

    /** The call of an id, while it is under way and somebody waits for its answer. */
    @Nullable
    Call find(String callId) {
        return underWay.find(callId);
    }

    /** As {@link CallsUnderWay#await}. */
    boolean await(long endNanos) throws InterruptedException {
        return underWay.await(endNanos);
    }

    private void watch() {
        while (!closed) {
            long now = System.nanoTime();
            for (Call call : underWay) {
                if (call.overdue(now) && call.startExpiring()) {
                    expire(call);
                }
            }
            LockSupport.parkNanos(ROUND_NANOS);
        }
    }

    private void expire(Call call) {
        try {
            answerers.execute(() -> expire.accept(call));
        } catch (RejectedExecutionException e) {
            // Thousands of deadlines at once; this one is seen to here, before those that come.
            expire.accept(call);
        }
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
        answerers.shutdownNow();
    }
}
