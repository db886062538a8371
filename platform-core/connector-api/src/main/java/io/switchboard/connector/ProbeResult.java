package io.switchboard.connector;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link Probe} found. Immutable.
 *
 * @param <R> the operation's result
 */
public final class ProbeResult<R> {
    private final State state;
    private final @Nullable R result;

    private ProbeResult(State state, @Nullable R result) {
        this.state = state;
        this.result = result;
    }

    /** Whether the write took place. */
    public enum State {
        /** It did; the result tells what came of it. */
        DONE,
        /** It did not, and will not: the call may run again. */
        NOT_DONE,
        /** The backend cannot tell; the call stays unknown. */
        UNKNOWN
    }

    /** The write took place, and this is what it gave; null for an operation that gives nothing. */
    public static <R> ProbeResult<R> done(@Nullable R result) {
        return new ProbeResult<>(State.DONE, result);
    }

    /** The write took place where the result is there, and did not where it is empty. */
    public static <R> ProbeResult<R> of(Optional<R> result) {
        return result.map(ProbeResult::done).orElseGet(ProbeResult::notDone);
    }

    /** The write did not take place. */
    public static <R> ProbeResult<R> notDone() {
        return new ProbeResult<>(State.NOT_DONE, null);
    }

    /** The backend cannot tell. */
    public static <R> ProbeResult<R> unknown() {
        return new ProbeResult<>(State.UNKNOWN, null);
    }

    /** Whether the write took place. */
    public State state() {
        return state;
    }

    /** The operation's result where it is {@link State#DONE}; null otherwise, and for operations that give nothing. */
    public @Nullable R result() {
        return result;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ProbeResult<?> probed && state == probed.state && Objects.equals(result, probed.result);
    }

    @Override
    public int hashCode() {
        return Objects.hash(state, result);
    }

    /** The state alone: the result may hold personal data. */
    @Override
    public String toString() {
        return "ProbeResult[" + state + "]";
    }
}
