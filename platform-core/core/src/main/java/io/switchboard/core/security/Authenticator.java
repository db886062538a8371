package io.switchboard.core.security;

import io.switchboard.core.call.CallFailure;
import io.switchboard.core.call.Credentials;
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
}
