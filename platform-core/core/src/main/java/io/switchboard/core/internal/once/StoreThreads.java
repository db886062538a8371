package io.switchboard.core.internal.once;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Threads of their own for what the hub does with its store. The callers' threads get interrupted at their deadlines, and an interrupt in
 * the middle of a write makes H2 close its file under everybody, and a driver its connection; here none arrives. The callers wait for a
 * bounded time, keep their interrupts for later, and are turned away when too many wait. Safe for use from many threads.
 */
public final class StoreThreads implements AutoCloseable {
    private static final int THREADS = 4;
    private static final int WAITING = 256;
    private static final long IDLE_SECONDS = 30;
    private static final long CLOSING_SECONDS = 5;

    private final Semaphore room = new Semaphore(WAITING);
    private final ThreadPoolExecutor threads;

    /** Something to do with the store. */
    @FunctionalInterface
    public interface Job<T> {
        /** Does it. */
        T run() throws SQLException, ClaimsUnavailable;
    }

    /** Makes them as they are needed, under one name. */
    public StoreThreads(String name) {
        threads = new ThreadPoolExecutor(
                THREADS, THREADS, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread thread = new Thread(task, name);
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
    }

    /**
     * Does a job and waits for it.
     *
     * @throws ClaimsUnavailable when there is no room, the job failed, or the time is over; it may still have its effect then
     */
    public <T> T ask(Duration patience, Job<T> job) throws ClaimsUnavailable {
        if (!room.tryAcquire()) {
            throw new ClaimsUnavailable("Too many calls wait for the store");
        }
        return run(patience, job, room::release);
    }

    /** Does a job, room or not: for what ends the calls that were let in, and is bounded by them. */
    <T> T insist(Duration patience, Job<T> job) throws ClaimsUnavailable {
        return run(patience, job, () -> {});
    }

    private <T> T run(Duration patience, Job<T> job, Runnable end) throws ClaimsUnavailable {
        CompletableFuture<T> answer = new CompletableFuture<>();
        try {
            threads.execute(() -> {
                try {
                    perform(job, answer);
                } finally {
                    end.run();
                }
            });
        } catch (RejectedExecutionException e) {
            end.run();
            throw new ClaimsUnavailable("The store is closed", e);
        }
        return await(answer, patience);
    }

    private static <T> void perform(Job<T> job, CompletableFuture<T> answer) {
        if (answer.isDone()) {
            return; // the caller has gone
        }
        try {
            answer.complete(job.run());
        } catch (SQLException | ClaimsUnavailable | RuntimeException | LinkageError e) {
            answer.completeExceptionally(e);
        }
    }

    private static <T> T await(CompletableFuture<T> answer, Duration patience) throws ClaimsUnavailable {
        long end = System.nanoTime() + patience.toNanos();
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return answer.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (TimeoutException e) {
                    // If the answer came just now, this changes nothing, and the next round fetches it.
                    answer.completeExceptionally(e);
                }
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ClaimsUnavailable unavailable) {
                throw new ClaimsUnavailable(String.valueOf(unavailable.getMessage()), unavailable);
            }
            throw new ClaimsUnavailable(
                    e.getCause() instanceof TimeoutException
                            ? "The store did not answer within " + patience.toMillis() + " ms"
                            : "The store failed",
                    e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Takes nothing more, and waits a bounded time for what is under way. */
    @Override
    public void close() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(CLOSING_SECONDS, TimeUnit.SECONDS)) {
                threads.getQueue().clear();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
