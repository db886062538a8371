package io.switchboard.security.internal.oauth;

import org.jspecify.annotations.Nullable;

/** How a client says who it is, unchecked. Immutable. */
sealed interface Presented permits PresentedSecret, PresentedAssertion {
    /** The id that it gives. */
    String clientId();

    /** What a request has; one way, and never two. */
    static Presented of(@Nullable String authorization, Form form) throws OAuthFault {
        boolean asserted = form.get("client_assertion").isPresent()
                || form.get("client_assertion_type").isPresent();
        if (!asserted) {
            return PresentedSecret.of(authorization, form);
        }
        if (authorization != null || form.get("client_secret").isPresent()) {
            throw OAuthFault.twoWays();
        }
        return PresentedAssertion.of(form);
    }
}
