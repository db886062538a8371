package io.switchboard.core.audit;

import static java.util.Objects.requireNonNull;

import io.switchboard.connector.ErrorCode;
import java.time.Instant;
import java.util.Optional;

/**
 * What was done at the hub and is no call. Immutable. Texts are empty where there is nothing to say; none has a secret or a token.
 *
 * @param started when it began
 * @param traceparent the caller's W3C trace context, unchecked
 * @param operation what was done, such as {@code hub.oauth2.token}
 * @param transport how it came
 * @param principal the client's id; of one that there is
 * @param actor the agent that acted
 * @param customer the customer it was about
 * @param arguments what else there is to know, as JSON
 * @param failure why it was refused; empty where it was done
 * @param reason the same in the words of its protocol
 * @param alarm why a person should look at it
 */
public record AuditNote(
        Instant started,
        Optional<String> traceparent,
        String operation,
        String transport,
        String principal,
        String actor,
        String customer,
        String arguments,
        Optional<ErrorCode> failure,
        String reason,
        String alarm) {
    /** Refuses nulls. */
    public AuditNote {
        requireNonNull(started, "started");
        requireNonNull(traceparent, "traceparent");
        requireNonNull(operation, "operation");
        requireNonNull(transport, "transport");
        requireNonNull(principal, "principal");
        requireNonNull(actor, "actor");
        requireNonNull(customer, "customer");
        requireNonNull(arguments, "arguments");
        requireNonNull(failure, "failure");
        requireNonNull(reason, "reason");
        requireNonNull(alarm, "alarm");
    }
}
