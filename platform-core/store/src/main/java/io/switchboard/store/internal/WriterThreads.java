package io.switchboard.store.internal;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Threads that nobody outside knows, so that no interrupt reaches what is done on them. Safe for use from many threads. */
final class WriterThreads implements AutoCloseable {
    /** More than there are connections: each thread serves one, and a writer may wait for a row of another. */
    private static final int MOST = 512;

    private static final long IDLE_SECONDS = 30;

    /** A thread started by a caller would hold the class loader of the caller's bundle; so one that has no caller starts them. */
    private final ThreadPoolExecutor starter =
            new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), WriterThreads::thread);

    private final ThreadPoolExecutor threads =
            new ThreadPoolExecutor(0, MOST, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), this::started);

    WriterThreads() {
        starter.prestartCoreThread();
    }

    private Thread started(Runnable task) {
        return CompletableFuture.supplyAsync(() -> thread(task), starter).join();
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "store-writer");
        thread.setDaemon(true);
        thread.setContextClassLoader(WriterThreads.class.getClassLoader());
        return thread;
    }

    /** Does work and waits for its end, however often the caller is interrupted meanwhile; it finds its interrupt afterwards. */
    Object run(Callable<Object> work) throws Throwable {
        FutureTask<Object> task = new FutureTask<>(work);
        try {
            threads.execute(task);
        } catch (RejectedExecutionException e) {
            // Closed, or beyond all bounds; late, but not undone.
            task.run();
        }
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return task.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            throw e.getCause();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void close() {
        threads.shutdown();
        starter.shutdown();
    }
}
