package io.switchboard.backends.internal.client;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Threads that hold nothing of the bundle on whose behalf they were made: with the class loader of this one. */
final class Threads {
    private static final int MOST = 16;
    private static final int LOOKING = 2;
    private static final long IDLE_SECONDS = 10;

    private Threads() {}

    /** For one backend's connections: names are looked up there, and one that hangs must not hold up other backends. */
    static ThreadPoolExecutor ofBackend(String name, int permits) {
        int most = Math.min(MOST, permits + 1);
        ThreadPoolExecutor threads = new ThreadPoolExecutor(
                most, most, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), named("backend-" + name));
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }

    /** For looking whether endpoints are back. */
    static ScheduledThreadPoolExecutor looking() {
        ScheduledThreadPoolExecutor threads = new ScheduledThreadPoolExecutor(LOOKING, named("backends-look"));
        threads.setRemoveOnCancelPolicy(true);
        threads.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }

    private static ThreadFactory named(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            thread.setContextClassLoader(Threads.class.getClassLoader());
            return thread;
        };
    }

    /** Makes something whose threads are its own affair. */
    static <T> T underOwnLoader(Supplier<T> making) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(Threads.class.getClassLoader());
        try {
            return making.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
