package io.switchboard.security.internal.oauth;

import java.time.Duration;
import java.util.Optional;

/** Ends a request to an OAuth endpoint with an error of RFC 6749, section 5.2. Immutable. */
public final class OAuthFault extends Exception {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String error;
    private final String description;
    private final transient Optional<Duration> retryAfter;

    private OAuthFault(int status, String error, String description, Optional<Duration> retryAfter) {
        super(error, null, false, false);
        this.status = status;
        this.error = error;
        this.description = description;
        this.retryAfter = retryAfter;
    }

    static OAuthFault invalidRequest(String description) {
        return new OAuthFault(400, "invalid_request", description, Optional.empty());
    }

    static OAuthFault twoWays() {
        return invalidRequest("The client authenticates in two ways; one is allowed.");
    }

    static OAuthFault tooLarge() {
        return new OAuthFault(413, "invalid_request", "The body is too large.", Optional.empty());
    }

    /** One answer for an unknown client, a wrong secret and none at all. */
    static OAuthFault invalidClient() {
        return new OAuthFault(401, "invalid_client", "Client authentication failed.", Optional.empty());
    }

    static OAuthFault unsupportedGrantType() {
        return new OAuthFault(
                400, "unsupported_grant_type", "See grant_types_supported of the metadata.", Optional.empty());
    }

    static OAuthFault invalidScope(String description) {
        return new OAuthFault(400, "invalid_scope", description, Optional.empty());
    }

    /** The client may not do this, whatever it sends. */
    static OAuthFault unauthorizedClient(String description) {
        return new OAuthFault(400, "unauthorized_client", description, Optional.empty());
    }

    static OAuthFault invalidTarget() {
        return new OAuthFault(400, "invalid_target", "Tokens are for the hub itself only.", Optional.empty());
    }

    static OAuthFault tooManyFailures(Duration wait) {
        return new OAuthFault(429, "temporarily_unavailable", "Too many failed attempts.", Optional.of(wait));
    }

    static OAuthFault unavailable() {
        return new OAuthFault(503, "temporarily_unavailable", "Try again shortly.", Optional.of(Duration.ofSeconds(1)));
    }

    int status() {
        return status;
    }

    String error() {
        return error;
    }

    /** For the client's developer; ASCII, as the RFC has it. */
    String description() {
        return description;
    }

    Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
