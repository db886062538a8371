package io.switchboard.security.internal.oauth;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who a client claims to be, by its secret in the header or the body. Immutable; its {@code toString()} hides the secret.
 *
 * @param clientId the id, unchecked
 * @param secret the secret, unchecked
 */
record PresentedSecret(String clientId, String secret) implements Presented {
    private static final String BASIC = "basic ";

    static PresentedSecret of(@Nullable String authorization, Form form) throws OAuthFault {
        Optional<String> id = form.get("client_id");
        Optional<String> secret = form.get("client_secret");
        if (authorization == null) {
            if (id.isEmpty() || secret.isEmpty()) {
                throw OAuthFault.invalidClient();
            }
            return new PresentedSecret(id.get(), secret.get());
        }
        if (secret.isPresent()) {
            throw OAuthFault.twoWays();
        }
        PresentedSecret basic = basic(authorization);
        if (id.isPresent() && !id.get().equals(basic.clientId)) {
            throw OAuthFault.invalidRequest("The client_id of the body is not that of the header.");
        }
        return basic;
    }

    private static PresentedSecret basic(String authorization) throws OAuthFault {
        if (!authorization.toLowerCase(Locale.ROOT).startsWith(BASIC)) {
            throw OAuthFault.invalidClient();
        }
        String pair;
        try {
            byte[] decoded = Base64.getDecoder()
                    .decode(authorization.substring(BASIC.length()).strip());
            pair = new String(decoded, StandardCharsets.ISO_8859_1);
        } catch (IllegalArgumentException e) {
            throw OAuthFault.invalidClient();
        }
        int colon = pair.indexOf(':');
        if (colon < 0) {
            throw OAuthFault.invalidClient();
        }
        try {
            return new PresentedSecret(Form.decode(pair.substring(0, colon)), Form.decode(pair.substring(colon + 1)));
        } catch (OAuthFault e) {
            throw OAuthFault.invalidClient();
        }
    }

    @Override
    public String toString() {
        return "PresentedSecret[" + clientId + "]";
    }
}
