package io.switchboard.core.internal.once;

/**
 * A write somebody wants done once. Immutable.
 *
 * @param identity what makes two requests the same act: 64 hexadecimal digits, a SHA-256 over client, customer, operation and key
 * @param fingerprint a SHA-256 of the arguments, 64 hexadecimal digits; the same identity with another one is a mistake of the caller
 * @param callId this attempt
 * @param correlationId the act's name towards the backend, the same in every attempt
 * @param principal the client, who alone may ask for the outcome
 * @param customer the customer it is about; empty: nobody
 * @param operation the canonical name
 * @param arguments the whole arguments as JSON, to ask the operation's probe with while the outcome is unknown; empty: it has none. Kept
 *     encrypted, and only until there is an outcome
 */
public record Act(
        String identity,
        String fingerprint,
        String callId,
        String correlationId,
        String principal,
        String customer,
        String operation,
        String arguments) {
    Act withArguments(String value) {
        return new Act(identity, fingerprint, callId, correlationId, principal, customer, operation, value);
    }
}
