package io.switchboard.security.internal.issuer;

import io.switchboard.security.internal.token.InvalidToken;

/** Verifies tokens of the issuers that are configured. Safe for use from many threads. */
public interface ExternalTokens {
    /**
     * What a token of a configured issuer says, if all of it is right.
     *
     * @throws InvalidToken if it is not to be accepted, or of an issuer that is not configured
     * @throws IssuerUnavailable if the issuer's keys are not at hand, so that nobody can say
     */
    ExternalToken verify(String token) throws InvalidToken, IssuerUnavailable;

    /** Whether no issuer is configured, so that no token is ever accepted. */
    boolean isEmpty();
}
