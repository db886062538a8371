package io.switchboard.core.security;

import io.switchboard.core.call.CallFailure;
import io.switchboard.core.call.Credentials;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/** Finds out who calls. A service of the security plugin, accepted from its symbolic name only. Safe for use from many threads. */
@ConsumerType
public interface Authenticator {
    /**
     * Verifies credentials.
     *
     * @throws CallFailure with {@link io.switchboard.connector.ErrorCode#UNAUTHENTICATED}, without a hint which part was wrong
     */
    Caller authenticate(Credentials credentials) throws CallFailure;

    /**
     * Scheme and authority by which callers know the hub, such as {@code https://hub.example.com}, below which it is said where tokens come
     * from; empty where none is configured, and each caller knows it by the address that its request came to.
     */
    default Optional<String> address() {
        return Optional.empty();
    }
}
