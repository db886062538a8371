package io.switchboard.security.internal.issuer;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the keys of an issuer: fetched on a thread of its own, at first, by time, and when a token names a key that is not there. While
 * they cannot be fetched, those that are there count on, up to an age. Safe for use from many threads.
 */
final class KeyCache implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(KeyCache.class);
    // Calls that wait hold threads of the server, which everybody needs.
    private static final int MOST_WAITING = 8;

    private final String name;
    private final KeyPlace place;
    private final KeySource source;
    private final Pace pace;
    private final InstantSource clock;
    private final BiConsumer<KeyPlace, KeySet> changed;
    private final ScheduledThreadPoolExecutor worker;
    private final Semaphore waiting = new Semaphore(MOST_WAITING);

    private @Nullable CompletableFuture<Boolean> underWay;
    private @Nullable Future<?> next;
    private @Nullable KeySet keys;
    private Instant tried = Instant.MIN;
    private volatile Instant fetched = Instant.MIN;
    private int failures;
    private String fault = "";

    /**
     * How eager it is. Immutable.
     *
     * @param least the least time between two fetches that tokens ask for, so that forged ones cannot hammer the provider
     * @param retry the longest time after which a failed fetch is tried again
     * @param patience how long a call waits for a fetch
     */
    record Pace(Duration least, Duration retry, Duration patience) {
        static final Pace USUAL = new Pace(Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofSeconds(3));
    }

    /** Begins to fetch. What the keys are is told whenever that changes, on the thread of the cache. */
    KeyCache(
            String name,
            KeyPlace place,
            KeySource source,
            Pace pace,
            InstantSource clock,
            BiConsumer<KeyPlace, KeySet> changed) {
        this.name = name;
        this.place = place;
        this.source = source;
        this.pace = pace;
        this.clock = clock;
        this.changed = changed;
        this.worker = new ScheduledThreadPoolExecutor(1, work -> {
            Thread thread = new Thread(work, "switchboard-issuer-" + name);
            thread.setDaemon(true);
            return thread;
        });
        worker.setRemoveOnCancelPolicy(true);
        worker.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        start();
    }

    /** Where the keys come from. */
    KeyPlace place() {
        return place;
    }

    /** Whether there are keys that are not too old. */
    boolean counts() {
        return !fetched.equals(Instant.MIN) && !clock.instant().isAfter(fetched.plus(place.kept()));
    }

    /** Has the keys fetched, unless that was done just now, and waits a while; whether what is there is fresh. */
    boolean renew() {
        if (!waiting.tryAcquire()) {
            return false;
        }
        try {
            return beginIfDue().get(pace.patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            waiting.release();
        }
    }

    /** Why the keys could not be fetched last time, and what that means; empty where they could. */
    synchronized Optional<String> trouble() {
        if (fault.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of("The keys of issuer " + name + " cannot be fetched: " + fault + ". "
                + (keys == null
                        ? "Its tokens are refused until they can."
                        : "Those of " + fetched + " count until " + fetched.plus(place.kept()) + "."));
    }

    @Override
    public synchronized void close() {
        worker.shutdownNow();
        if (underWay != null) {
            underWay.complete(false);
        }
    }

    private synchronized CompletableFuture<Boolean> beginIfDue() {
        Instant now = clock.instant();
        boolean lately = !now.isBefore(tried) && now.isBefore(tried.plus(pace.least()));
        return underWay == null && lately ? CompletableFuture.completedFuture(fault.isEmpty()) : begin();
    }

    private void start() {
        CompletableFuture<Boolean> begun = begin();
        begun.exceptionally(fault -> false);
    }

    private synchronized CompletableFuture<Boolean> begin() {
        if (underWay != null) {
            return underWay;
        }
        CompletableFuture<Boolean> mine = new CompletableFuture<>();
        if (worker.isShutdown()) {
            mine.complete(false);
            return mine;
        }
        underWay = mine;
        if (next != null) {
            next.cancel(false);
        }
        worker.execute(() -> mine.complete(attempt()));
        return mine;
    }

    private boolean attempt() {
        KeySet fresh = null;
        String reason = "";
        try {
            fresh = source.fetch();
        } catch (IOException | RuntimeException e) {
            reason = String.valueOf(e.getMessage());
        }
        return ended(fresh, reason);
    }

    private boolean ended(@Nullable KeySet fresh, String reason) {
        if (worker.isShutdown()) {
            return false;
        }
        boolean isNew = note(fresh, reason, clock.instant());
        // Before others may take the fetch for ended. The thread of the cache is the only one here.
        if (isNew && fresh != null) {
            changed.accept(place, fresh);
        }
        synchronized (this) {
            underWay = null;
            if (!worker.isShutdown()) {
                next = worker.schedule(this::start, delay().toMillis(), TimeUnit.MILLISECONDS);
            }
        }
        return fresh != null;
    }

    private synchronized boolean note(@Nullable KeySet fresh, String reason, Instant now) {
        tried = now;
        if (fresh == null) {
            if (failures++ == 0) {
                LOG.warn("The keys of issuer {} cannot be fetched, and are tried again: {}", name, reason);
            }
            fault = reason;
            return false;
        }
        boolean isNew = !fresh.equals(keys);
        if (isNew) {
            LOG.info("Keys of issuer {}: {}", name, fresh.keys().size());
        } else if (failures > 0) {
            LOG.info("The keys of issuer {} can be fetched again", name);
        }
        keys = fresh;
        fetched = now;
        failures = 0;
        fault = "";
        return isNew;
    }

    private Duration delay() {
        if (failures == 0) {
            return place.refresh();
        }
        Duration growing = Duration.ofSeconds(1L << Math.min(failures - 1, 10));
        return growing.compareTo(pace.retry()) < 0 ? growing : pace.retry();
    }
}
