package io.switchboard.deployer.internal.bundles;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets bundles go that no longer get calls, off the thread that looks after the folder. Those that come while calls are waited for are
 * waited for together afterwards, so many updates take no longer than two.
 */
public final class Departures implements AutoCloseable {
    /** The longest that calls are waited for: beyond the longest deadline that operations have. */
    static final Duration MOST = Duration.ofSeconds(90);

    private static final Logger LOG = LoggerFactory.getLogger(Departures.class);
    private static final int AT_ONCE = 4;

    private final Calls calls;
    private final Runnable done;
    private final LinkedBlockingQueue<Runnable> waiting = new LinkedBlockingQueue<>();
    private final AtomicInteger open = new AtomicInteger();
    private final ExecutorService leaving;
    private final Thread thread;

    /** Takes whom to tell of each one that has gone. */
    public Departures(Calls calls, Runnable done) {
        this.calls = calls;
        this.done = done;
        AtomicInteger count = new AtomicInteger();
        leaving = Executors.newFixedThreadPool(
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
    void afterCalls(Runnable leave) {
        open.incrementAndGet();
        waiting.add(leave);
    }

    /** Goes at once. */
    void now(Runnable leave) {
        open.incrementAndGet();
        go(leave);
    }

    /** How many have not gone yet. */
    int open() {
        return open.get();
    }

    private void see() {
        try {
            while (true) {
                List<Runnable> together = new ArrayList<>(List.of(waiting.take()));
                waiting.drainTo(together);
                if (!calls.await(MOST)) {
                    LOG.warn(
                            "Calls are still under way after {} s; what they may be in goes all the same",
                            MOST.toSeconds());
                }
                together.forEach(this::go);
            }
        } catch (InterruptedException e) {
            // Closed.
        }
    }

    private void go(Runnable leave) {
        leaving.execute(() -> {
            try {
                leave.run();
            } catch (RuntimeException | LinkageError e) {
                LOG.error("A bundle did not go cleanly", e);
            } finally {
                open.decrementAndGet();
                done.run();
            }
        });
    }

    @Override
    public void close() {
        thread.interrupt();
        leaving.shutdownNow();
    }
}
