package io.switchboard.backends.internal.client;

import io.switchboard.connector.http.HttpEndpoint.State;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps questions from an endpoint that failed several times in a row. It does not come back by time alone: somebody looks whether the
 * endpoint answers, and then one question at a time tries it. Safe for use from many threads.
 */
final class Breaker {
    private final int most;
    private State state = State.UP;
    private int failures;
    private boolean tried;
    private String why = "";
    private @Nullable Instant since;

    Breaker(int most) {
        this.most = most;
    }

    /** What is known of an endpoint. */
    record Standing(State state, String why, Optional<Instant> since) {}

    synchronized Standing standing() {
        return new Standing(state, why, Optional.ofNullable(since));
    }

    /** Whether {@link #enter} would let a question in. */
    synchronized boolean isOpenTo(boolean mayTry) {
        return state == State.UP || (state == State.TRYING && mayTry && !tried);
    }

    /** Lets a question in; whoever is let in says how it ended. */
    synchronized boolean enter(boolean mayTry) {
        if (!isOpenTo(mayTry)) {
            return false;
        }
        tried |= state == State.TRYING;
        return true;
    }

    /** The endpoint answered; true: and so it is back. */
    synchronized boolean succeeded() {
        if (state == State.DOWN) {
            // A question from before; it says nothing of now.
            return false;
        }
        boolean back = state == State.TRYING;
        state = State.UP;
        failures = 0;
        tried = false;
        why = "";
        since = null;
        return back;
    }

    /** The endpoint failed; true: once too often, and so it is down. */
    synchronized boolean failed(String reason, Instant now) {
        if (state == State.DOWN) {
            return false;
        }
        if (state == State.UP && ++failures < most) {
            return false;
        }
        state = State.DOWN;
        tried = false;
        why = reason;
        since = since == null ? now : since;
        return true;
    }

    /** The question ended without saying anything about the endpoint. */
    synchronized void abandoned() {
        tried = false;
    }

    /** Somebody looked, and the endpoint answers. */
    synchronized void answers() {
        if (state == State.DOWN) {
            state = State.TRYING;
        }
    }
}
