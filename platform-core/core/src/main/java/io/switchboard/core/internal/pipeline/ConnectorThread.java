package io.switchboard.core.internal.pipeline;

import io.switchboard.connector.ErrorCode;
import io.switchboard.core.call.CallFailure;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Lends the call's thread to a connector: within the permits of that connector and of all together, under its class loader, open to an
 * interrupt at the deadline. Safe for use from many threads.
 */
final class ConnectorThread {
    private static final Duration COME_AGAIN = Duration.ofSeconds(1);

    private final Semaphore all;

    /** Takes how many calls all connectors together may serve; the rest of the threads is for health and administration. */
    ConnectorThread(int permits) {
        this.all = new Semaphore(permits);
    }

    /** What a connector does with the thread. */
    @FunctionalInterface
    interface Work<T extends @Nullable Object> {
        T run() throws Throwable;
    }

    /**
     * Runs the connector's code.
     *
     * @throws CallFailure BUSY, where there is no permit; nothing has run then
     * @throws Throwable what the code threw
     */
    <T extends @Nullable Object> T lend(Call call, Work<T> work) throws Throwable {
        RunningConnector connector = call.target().connector();
        if (!connector.tryEnter()) {
            throw busy();
        }
        try {
            if (!all.tryAcquire()) {
                throw busy();
            }
            try {
                return run(call, connector, work);
            } finally {
                all.release();
            }
        } finally {
            connector.leave();
        }
    }

    private static <T extends @Nullable Object> T run(Call call, RunningConnector connector, Work<T> work)
            throws Throwable {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(connector.instance().getClass().getClassLoader());
        call.lendThread();
        try {
            return work.run();
        } finally {
            call.takeBackThread();
            thread.setContextClassLoader(before);
        }
    }

    private static CallFailure busy() {
        return CallFailure.of(
                        ErrorCode.BUSY, "The connector serves as many calls as it may at a time.", "该连接器同时处理的调用已达上限。")
                .retryAfter(COME_AGAIN);
    }
}
