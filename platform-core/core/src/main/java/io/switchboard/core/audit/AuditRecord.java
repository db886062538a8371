package io.switchboard.core.audit;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * What one call was. Immutable. Texts are empty where there is nothing to say.
 *
 * @param time when it began
 * @param node the node that served it
 * @param callId the call's id
 * @param traceId the trace's id
 * @param transport how it came
 * @param principal the client's id
 * @param user the employee at the client
 * @param actor the agent that acted
 * @param customer the customer it was about
 * @param conversation the conversation it belonged to
 * @param operation the canonical name
 * @param arguments the arguments as JSON, sensitive values left out
 * @param code the number of the catalogue; 0: it succeeded
 * @param reason the connector's reason
 * @param replayed whether it was answered from an earlier outcome
 * @param alarm why a person should look at it, such as {@code foreign-customer}
 * @param micros how long it took
 * @param attempts how often the backend was asked
 * @param endpoint the backend's endpoint that answered
 * @param person whether what names the customer is there: {@code customer}, {@code conversation} and {@code arguments}, which are empty
 *     otherwise
 */
public record AuditRecord(
        Instant time,
        String node,
        String callId,
        String traceId,
        String transport,
        String principal,
        String user,
        String actor,
        String customer,
        String conversation,
        String operation,
        String arguments,
        int code,
        String reason,
        boolean replayed,
        String alarm,
        long micros,
        int attempts,
        String endpoint,
        Person person) {
    /** Whether a record still says whom it is about. */
    public enum Person {
        /** It does, or it is about nobody. */
        SHOWN,
        /** The customer was erased. */
        ERASED,
        /** The customer's key is not there, or does not fit. */
        UNREADABLE
    }

    /** Refuses nulls. */
    public AuditRecord {
        requireNonNull(time, "time");
        requireNonNull(node, "node");
        requireNonNull(callId, "callId");
        requireNonNull(traceId, "traceId");
        requireNonNull(transport, "transport");
        requireNonNull(principal, "principal");
        requireNonNull(user, "user");
        requireNonNull(actor, "actor");
        requireNonNull(customer, "customer");
        requireNonNull(conversation, "conversation");
        requireNonNull(operation, "operation");
        requireNonNull(arguments, "arguments");
        requireNonNull(reason, "reason");
        requireNonNull(alarm, "alarm");
        requireNonNull(endpoint, "endpoint");
        requireNonNull(person, "person");
    }
}
