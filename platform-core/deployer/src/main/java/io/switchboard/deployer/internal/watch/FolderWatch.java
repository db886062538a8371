package io.switchboard.deployer.internal.watch;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One thread looks through all folders, another one waits for their events. Events only say that it is worth looking: what happened is
 * found by comparing, so that lost, doubled and reordered events do no harm, and file systems without events are served by the slow
 * scan. Others may ask for a look too, from any thread.
 */
public final class FolderWatch implements AutoCloseable {
    /** Between two looks at a folder in which nothing seems to happen. */
    public static final Duration SLOW = Duration.ofSeconds(3);

    private static final Logger LOG = LoggerFactory.getLogger(FolderWatch.class);

    private final List<WatchedFolder> folders;
    private final WatchService service;
    private final Map<WatchedFolder, WatchKey> keys = new HashMap<>();
    private final Semaphore wanted = new Semaphore(0);
    private final Thread looking;

    public FolderWatch(List<WatchedFolder> folders) throws IOException {
        this.folders = List.copyOf(folders);
        service = FileSystems.getDefault().newWatchService();
        looking = daemon(this::look, "deployer");
        daemon(this::listen, "deployer-events");
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** Has the folders looked through soon. Safe for use from many threads; returns at once. */
    public void wake() {
        if (wanted.availablePermits() == 0) {
            wanted.release();
        }
    }

    private void listen() {
        try {
            while (true) {
                WatchKey key = service.take();
                key.pollEvents();
                key.reset();
                wake();
            }
        } catch (InterruptedException | ClosedWatchServiceException e) {
            // Closed.
        }
    }

    private void look() {
        Duration pause = Duration.ZERO;
        try {
            while (!Thread.currentThread().isInterrupted()) {
                // One that ends with a fraction of a millisecond would be looked at too early, again and again.
                if (wanted.tryAcquire(pause.toMillis() + 1, TimeUnit.MILLISECONDS)) {
                    wanted.drainPermits();
                }
                pause = SLOW;
                for (WatchedFolder folder : folders) {
                    Duration soon = scan(folder);
                    pause = soon.compareTo(pause) < 0 ? soon : pause;
                }
            }
        } catch (InterruptedException e) {
            // Closed.
        }
    }

    private Duration scan(WatchedFolder folder) {
        try {
            register(folder);
            return folder.scan();
        } catch (RuntimeException | LinkageError e) {
            LOG.error("Could not look through {}", folder.path(), e);
            return SLOW;
        }
    }

    // Again when the folder was removed and made anew. Without events the slow scan is all there is.
    private void register(WatchedFolder folder) {
        WatchKey key = keys.get(folder);
        if (key != null && key.isValid()) {
            return;
        }
        try {
            keys.put(
                    folder,
                    folder.path()
                            .register(
                                    service,
                                    StandardWatchEventKinds.ENTRY_CREATE,
                                    StandardWatchEventKinds.ENTRY_MODIFY,
                                    StandardWatchEventKinds.ENTRY_DELETE));
        } catch (IOException e) {
            LOG.debug("No events for {}", folder.path(), e);
        }
    }

    @Override
    public void close() {
        looking.interrupt();
        try {
            service.close();
            // The framework may be uninstalling on that thread; it is not waited for without end.
            looking.join(5000);
        } catch (IOException e) {
            LOG.debug("The watch did not close", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
