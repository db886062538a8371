package io.switchboard.core.internal.pipeline;

/** Hears of every call that ended. Safe for use from many threads. */
@FunctionalInterface
public interface CallObserver {
    /**
     * A call ended.
     *
     * @param operation the canonical name; empty where none was found
     * @param code the number of the catalogue; 0: it succeeded
     * @param micros how long it took
     */
    void ended(String operation, int code, long micros);
}
