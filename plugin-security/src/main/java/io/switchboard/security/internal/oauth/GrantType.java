package io.switchboard.security.internal.oauth;

import io.switchboard.security.internal.client.Client;
import io.switchboard.security.internal.token.AccessToken;
import java.util.Map;

/** One way to come by an access token. A service within this bundle; safe for use from many threads. */
public interface GrantType {
    /** The value of {@code grant_type}. */
    String name();

    /** What is granted to a client that has authenticated. */
    AccessToken grant(Client client, Form form) throws OAuthFault;

    /** What the answer has beside the members that every grant's has. */
    default Map<String, String> alsoAnswered() {
        return Map.of();
    }
}
