package io.switchboard.deployer.internal.bundles;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets bundles go that no longer get calls, off the thread that looks after the folder. Those that come while calls are waited for are
 * waited for together afterwards, so many updates take no longer than two.
 */
public final class Departures implements AutoCloseable {
    /** The longest that calls are waited for: more than the longest deadline that an operation may have. */
    static final Duration MOST = Duration.ofMinutes(11);

    private static final Logger LOG = LoggerFactory.getLogger(Departures.class);
    private static final int AT_ONCE = 4;
    /** Between stopping and uninstalling: for requests that are no calls, which still load classes. */
    public static final Duration GRACE = Duration.ofSeconds(3);

    private record Departure(Runnable stop, Runnable remove) {}

    private final Calls calls;
    private final Runnable done;
    private final LinkedBlockingQueue<Departure> waiting = new LinkedBlockingQueue<>();
    private final AtomicInteger open = new AtomicInteger();
    private final Duration grace;
    private final ScheduledExecutorService leaving;
    private final Thread thread;

    /** Takes how long a bundle is left in memory after it was stopped, and whom to tell of each one that has gone. */
    public Departures(Calls calls, Duration grace, Runnable done) {
        this.grace = grace;
        this.calls = calls;
        this.done = done;
        AtomicInteger count = new AtomicInteger();
        leaving = Executors.newScheduledThreadPool(
                AT_ONCE, work -> daemon(work, "deployer-leaving-" + count.incrementAndGet()));
        thread = daemon(this::see, "deployer-departures");
        thread.start();
    }

    private static Thread daemon(Runnable work, String name) {
        Thread made = new Thread(work, name);
        made.setDaemon(true);
        return made;
    }

    /** Goes when every call that is under way now has ended. */
    void afterCalls(Runnable stop, Runnable remove) {
        open.incrementAndGet();
        waiting.add(new Departure(stop, remove));
    }

    /** Goes at once. */
    void now(Runnable stop, Runnable remove) {
        open.incrementAndGet();
        go(new Departure(stop, remove));
    }

    /** How many have not gone yet. */
    int open() {
        return open.get();
    }

    private void see() {
        try {
            while (true) {
                List<Departure> together = new ArrayList<>(List.of(waiting.take()));
                waiting.drainTo(together);
                if (!calls.await(MOST)) {
                    LOG.warn(
                            "Calls are still under way after {} min; what they may be in goes all the same",
                            MOST.toMinutes());
                }
                together.forEach(this::go);
            }
        } catch (InterruptedException e) {
            // Closed.
        }
    }

    private void go(Departure departure) {
        leaving.execute(() -> {
            quietly(departure.stop);
            var unused = leaving.schedule(
                    () -> {
                        quietly(departure.remove);
                        open.decrementAndGet();
                        done.run();
                    },
                    grace.toMillis(),
                    TimeUnit.MILLISECONDS);
        });
    }

    private static void quietly(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException | LinkageError e) {
            LOG.error("A bundle did not go cleanly", e);
        }
    }

    @Override
    public void close() {
        thread.interrupt();
        leaving.shutdownNow();
    }
}
