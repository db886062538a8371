package io.switchboard.security.internal.oauth;

import io.switchboard.security.internal.assertion.AssertionVerifier;
import java.util.Optional;

/**
 * Who a client claims to be, by something that it has signed (RFC 7523, 2.2). Immutable; its {@code toString()} hides that.
 *
 * @param clientId the id, unchecked
 * @param assertion what it has signed, unchecked
 */
record PresentedAssertion(String clientId, String assertion) implements Presented {
    private static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    static PresentedAssertion of(Form form) throws OAuthFault {
        Optional<String> assertion = form.get("client_assertion");
        if (assertion.isEmpty() || !form.get("client_assertion_type").equals(Optional.of(TYPE))) {
            throw OAuthFault.invalidClient();
        }
        String clientId = AssertionVerifier.claimedClient(assertion.get()).orElseThrow(OAuthFault::invalidClient);
        if (!form.get("client_id").orElse(clientId).equals(clientId)) {
            throw OAuthFault.invalidClient();
        }
        return new PresentedAssertion(clientId, assertion.get());
    }

    @Override
    public String toString() {
        return "PresentedAssertion[" + clientId + "]";
    }
}
