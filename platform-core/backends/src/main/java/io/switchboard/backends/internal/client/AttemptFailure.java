package io.switchboard.backends.internal.client;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An attempt brought no answer. The words are for people who run the hub: they name no credential and nobody's data. */
final class AttemptFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final int status;
    private final transient Optional<Duration> retryAfter;
    private final transient Words why;

    /** What went wrong. */
    enum Kind {
        /** The backend was not reached, so nothing can have happened there. */
        NOT_REACHED,
        /** No answer came in time. */
        SILENT,
        /** The connection ended before the answer was whole. */
        CUT,
        /** What came is no HTTP. */
        NO_HTTP,
        /** What came is no answer to this question, as an error page. */
        NO_ANSWER,
        /** The answer has more bytes than it may. */
        TOO_LONG,
        /** The answer has a status that is not accepted. */
        STATUS,
        /** The hub gave up: nobody waits any more, or the backend was closed. */
        GIVEN_UP
    }

    private AttemptFailure(Kind kind, int status, Optional<Duration> retryAfter, Words why, @Nullable Throwable cause) {
        super(why.en(), cause);
        this.why = why;
        this.kind = kind;
        this.status = status;
        this.retryAfter = retryAfter;
    }

    static AttemptFailure of(Kind kind, Words why, @Nullable Throwable cause) {
        return new AttemptFailure(kind, 0, Optional.empty(), why, cause);
    }

    static AttemptFailure status(int status, Optional<Duration> retryAfter) {
        Words why = new Words("it answered with status " + status, "返回状态 " + status);
        return new AttemptFailure(Kind.STATUS, status, retryAfter, why, null);
    }

    Kind kind() {
        return kind;
    }

    int status() {
        return status;
    }

    Optional<Duration> retryAfter() {
        return retryAfter;
    }

    Words why() {
        return why;
    }

    /** Whether the backend may have done what it was asked. */
    boolean mayHaveReached() {
        return switch (kind) {
            case NOT_REACHED -> false;
            // These say that it was turned away at the door.
            case STATUS -> status != 401 && status != 403 && status != 429;
            default -> true;
        };
    }

    /** Whether another attempt, or another endpoint, may do better. */
    boolean isWorthAnother() {
        return switch (kind) {
            case NOT_REACHED, SILENT, CUT, NO_HTTP, NO_ANSWER -> true;
            case STATUS -> status == 500 || isEndpointDown();
            case TOO_LONG, GIVEN_UP -> false;
        };
    }

    /** Whether it speaks against the endpoint, and not against the question. */
    boolean countsAgainstEndpoint() {
        return switch (kind) {
            case NOT_REACHED, SILENT, CUT, NO_HTTP, NO_ANSWER -> true;
            case STATUS -> isEndpointDown();
            case TOO_LONG, GIVEN_UP -> false;
        };
    }

    private boolean isEndpointDown() {
        return status == 502 || status == 503 || status == 504;
    }
}
