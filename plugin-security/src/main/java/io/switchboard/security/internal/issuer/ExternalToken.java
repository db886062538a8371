package io.switchboard.security.internal.issuer;

import io.switchboard.connector.Assurance;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What a verified token of a configured issuer says, in the hub's words. Immutable.
 *
 * @param issuer the issuer, as its tokens name it
 * @param subject whom the issuer means
 * @param customer the id of the customer that it is mapped to; empty where the issuer is not for customers
 * @param clientId the client of the hub that it stands for; empty where the issuer is not for callers
 * @param scopes what it allows, in scopes of the hub and their patterns
 * @param assurance how sure the issuer is of the customer
 * @param id what names the token
 * @param issued when it was made
 * @param expires when it ends
 */
public record ExternalToken(
        String issuer,
        String subject,
        Optional<String> customer,
        Optional<String> clientId,
        Set<String> scopes,
        Assurance assurance,
        String id,
        Instant issued,
        Instant expires) {
    /** Copies the scopes. */
    public ExternalToken {
        scopes = Set.copyOf(scopes);
    }
}
