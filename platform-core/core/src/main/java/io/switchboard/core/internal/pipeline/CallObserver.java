package io.switchboard.core.internal.pipeline;

/** Hears of every call that ended. Safe for use from many threads. */
@FunctionalInterface
public interface CallObserver {
    /** A call ended. Must not wait. */
    void ended(CallEnd end);
}
