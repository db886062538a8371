package io.switchboard.ecommerce.internal.refund;

import io.switchboard.connector.Lease;
import io.switchboard.connector.Leases;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has refunds go on: at once when they are committed, and again when their time has come, also those that another node or a hub that was
 * killed has left behind. A lease for each refund says who. Its threads are its own, so no call's end ends a step half-way.
 */
final class Runner implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Runner.class);
    private static final int THREADS = 4;
    private static final int WAITING = 100;
    private static final int MOST_AT_ONCE = 20;
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final Duration FORGET_EVERY = Duration.ofHours(1);
    private static final Duration KEEP_QUOTES = Duration.ofDays(1);
    /** So long it takes until somebody goes on with what a hub that was killed has left behind. */
    private static final Duration LEASE = Duration.ofSeconds(10);

    private static final Duration RENEW_EVERY = Duration.ofSeconds(3);

    private static final Duration STOP = Duration.ofSeconds(10);

    private final Leases leases;
    private final Journal journal;
    private final Course course;
    private final Map<String, FutureTask<?>> inHand = new ConcurrentHashMap<>();
    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            THREADS, THREADS, 30, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), Runner::thread);
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(2, Runner::thread);

    Runner(Leases leases, Journal journal, Course course) {
        this.leases = leases;
        this.journal = journal;
        this.course = course;
        threads.allowCoreThreadTimeOut(true);
    }

    /** Begins to look for what is to be gone on with. */
    void start() {
        long every = LOOK_EVERY.toMillis();
        var unused = timer.scheduleWithFixedDelay(this::look, every, every, TimeUnit.MILLISECONDS);
        long hour = FORGET_EVERY.toMillis();
        var unused2 = timer.scheduleWithFixedDelay(this::forget, hour, hour, TimeUnit.MILLISECONDS);
    }

    /** Has a refund go on; done when there is nothing more to do for it now. With too much to do it is left for later. */
    Future<?> go(String id) {
        FutureTask<?> work = new FutureTask<>(() -> run(id), null);
        FutureTask<?> before = inHand.putIfAbsent(id, work);
        if (before != null) {
            return before;
        }
        try {
            threads.execute(work);
            return work;
        } catch (RejectedExecutionException e) {
            inHand.remove(id);
            return CompletableFuture.completedFuture(null);
        }
    }

    @Override
    public void close() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(STOP.toMillis(), TimeUnit.MILLISECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
        timer.shutdownNow();
    }

    private void run(String id) {
        try {
            Optional<Lease> lease = leases.tryAcquire("refund." + id, LEASE);
            if (lease.isPresent()) {
                advance(id, lease.get());
            }
        } catch (RuntimeException e) {
            LOG.error("Refund {} could not go on; it is tried again", id, e);
        } finally {
            inHand.remove(id);
        }
    }

    private void advance(String id, Lease lease) {
        long every = RENEW_EVERY.toMillis();
        // A step may take longer than the lease.
        Future<?> renewal = timer.scheduleWithFixedDelay(lease::renew, every, every, TimeUnit.MILLISECONDS);
        try (lease) {
            boolean more = true;
            while (more && !threads.isShutdown() && lease.renew()) {
                more = course.advance(id);
            }
        } finally {
            renewal.cancel(false);
        }
    }

    private void look() {
        try {
            for (String id : journal.due(MOST_AT_ONCE)) {
                // What comes of it stands in the journal.
                var unused = go(id);
            }
        } catch (RuntimeException e) {
            LOG.warn("Refunds that are to go on could not be looked for", e);
        }
    }

    private void forget() {
        try {
            LOG.debug("Forgot {} quotes", journal.forgetQuotes(KEEP_QUOTES));
        } catch (RuntimeException e) {
            LOG.warn("Old quotes could not be forgotten", e);
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "ecommerce-refund");
        thread.setDaemon(true);
        return thread;
    }
}
