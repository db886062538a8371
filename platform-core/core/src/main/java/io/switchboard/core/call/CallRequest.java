package io.switchboard.core.call;

import java.time.Duration;
import java.util.Optional;

/**
 * A call as a transport hands it in. Immutable.
 *
 * @param arrival what every request has
 * @param operation the canonical name, such as {@code loyalty.v1.balance.get}
 * @param arguments reads the arguments; called once at most, after the caller was found to have the scope
 * @param idempotencyKey the caller's key, unchecked
 * @param conversation the conversation the call belongs to, unchecked
 * @param timeout the time the caller gives it; the operation's deadline bounds it
 */
public record CallRequest(
        Arrival arrival,
        String operation,
        ArgumentSource arguments,
        Optional<String> idempotencyKey,
        Optional<String> conversation,
        Optional<Duration> timeout) {}
