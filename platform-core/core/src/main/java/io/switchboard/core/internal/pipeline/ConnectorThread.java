package io.switchboard.core.internal.pipeline;

import io.switchboard.connector.ErrorCode;
import io.switchboard.core.call.CallFailure;
import org.jspecify.annotations.Nullable;

/** Lends the call's thread to a connector: under its class loader, open to an interrupt at the deadline. */
final class ConnectorThread {
    private ConnectorThread() {}

    /** What a connector does with the thread. */
    @FunctionalInterface
    interface Work<T extends @Nullable Object> {
        T run() throws Throwable;
    }

    /**
     * Runs the connector's code.
     *
     * @param opensOutcome whether nobody could say, from now on, whether the act took place
     * @throws CallFailure where the deadline came first; nothing has run then
     * @throws Throwable what the code threw
     */
    static <T extends @Nullable Object> T lend(Call call, boolean opensOutcome, Work<T> work) throws Throwable {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        if (!call.lendThread(opensOutcome)) {
            throw CallFailure.of(ErrorCode.DEADLINE_EXCEEDED);
        }
        try {
            thread.setContextClassLoader(
                    call.target().connector().instance().getClass().getClassLoader());
            return work.run();
        } finally {
            thread.setContextClassLoader(before);
            call.takeBackThread();
        }
    }
}
