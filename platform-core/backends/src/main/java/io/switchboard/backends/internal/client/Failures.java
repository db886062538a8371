package io.switchboard.backends.internal.client;

import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ErrorCode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a connector is told of questions that brought no answer. */
final class Failures {
    static final Duration COME_AGAIN = Duration.ofSeconds(1);

    private Failures() {}

    /**
     * Of the last attempt.
     *
     * @param reads whether the question changes nothing
     * @param mayHaveReached whether this attempt or an earlier one may have reached the backend
     */
    static ConnectorException of(AttemptFailure last, boolean reads, boolean mayHaveReached) {
        ErrorCode code = code(last, reads);
        boolean open = !reads && mayHaveReached && code.unchanged();
        ConnectorException told =
                ConnectorException.of(open ? ErrorCode.OUTCOME_UNKNOWN : code).causedBy(last);
        return last.retryAfter().map(told::retryAfter).orElse(told);
    }

    private static ErrorCode code(AttemptFailure last, boolean reads) {
        return switch (last.kind()) {
            case NOT_REACHED, SILENT, CUT -> ErrorCode.BACKEND_UNREACHABLE;
            case NO_HTTP, NO_ANSWER, TOO_LONG -> ErrorCode.BACKEND_FAILED;
            case GIVEN_UP -> ErrorCode.NOT_READY;
            case STATUS ->
                switch (last.status()) {
                    case 401, 403 -> ErrorCode.BACKEND_REFUSED;
                    case 429 -> ErrorCode.BUSY;
                    case 503 -> reads ? ErrorCode.BUSY : ErrorCode.BACKEND_FAILED;
                    default -> ErrorCode.BACKEND_FAILED;
                };
        };
    }

    /** No endpoint is up; nothing was asked, unless an earlier attempt was. */
    static ConnectorException noEndpoint(@Nullable AttemptFailure last, boolean open, Duration rest) {
        ConnectorException told = ConnectorException.of(
                        open ? ErrorCode.OUTCOME_UNKNOWN : ErrorCode.BACKEND_UNREACHABLE)
                .retryAfter(rest);
        return last == null ? told : told.causedBy(last);
    }

    /** There was no time left to ask. */
    static ConnectorException noTime() {
        return ConnectorException.of(ErrorCode.BACKEND_UNREACHABLE);
    }

    static ConnectorException busy() {
        return ConnectorException.of(ErrorCode.BUSY).retryAfter(COME_AGAIN);
    }

    static ConnectorException closed() {
        return ConnectorException.of(ErrorCode.NOT_READY).retryAfter(COME_AGAIN);
    }
}
