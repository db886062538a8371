package io.switchboard.security.internal;

import java.util.concurrent.TimeUnit;

/** One piece of work beside the start of the hub. */
public final class Background {
    private final Thread thread;

    private Background(Thread thread) {
        this.thread = thread;
    }

    /** Begins it on a thread of its own. */
    public static Background begin(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
        return new Background(thread);
    }

    /** Waits for its end. */
    public void await() throws InterruptedException {
        thread.join();
    }

    /** Waits a while for its end. It is not interrupted: that would close the files of an embedded database under everybody's feet. */
    public void stop() {
        try {
            thread.join(TimeUnit.SECONDS.toMillis(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
