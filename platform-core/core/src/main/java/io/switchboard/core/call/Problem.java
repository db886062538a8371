package io.switchboard.core.call;

import io.switchboard.connector.ErrorCode;
import io.switchboard.core.descriptor.Text;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How a call ended that did not succeed (RFC 9457). Immutable; each transport renders it in its own format.
 *
 * @param code the code of the catalogue
 * @param reason the connector's reason, such as {@code loyalty/expired}; empty where there is none
 * @param wording what to tell the customer
 * @param detail what was wrong and what to do, for the caller's developer; may be empty
 * @param faults the arguments at fault, each by its path
 * @param retryAfter when to try again; always there when the advice is to retry
 * @param operation the canonical name of the operation; empty where none was found
 * @param callId the call to ask about at {@code /api/calls/{callId}}: this one, or the earlier one with the same key that holds the act
 * @param traceId the trace's id
 * @param traceparent the trace context to answer with
 * @param replayed whether it is the recorded outcome of an earlier call with the same key
 */
public record Problem(
        ErrorCode code,
        String reason,
        Text wording,
        Text detail,
        List<ArgumentFault> faults,
        Optional<Duration> retryAfter,
        String operation,
        String callId,
        String traceId,
        String traceparent,
        boolean replayed) {
    /** Copies the faults. */
    public Problem {
        faults = List.copyOf(faults);
    }
}
