package io.switchboard.security.internal.token;

import io.switchboard.connector.Assurance;
import io.switchboard.security.internal.role.ScopeSet;
import java.time.Instant;
import java.util.Optional;

/**
 * What an access token says. Immutable.
 *
 * @param clientId the client it was issued to
 * @param generation the client's generation when it was issued
 * @param scopes what the client asked for and was given
 * @param customer the one customer it is bound to; empty where it is not
 * @param actor the agent that acts for the customer; empty where nobody does
 * @param assurance how sure the issuer was of the customer
 * @param id what names the token
 * @param issued when it was made
 * @param expires when it ends
 */
public record AccessToken(
        String clientId,
        long generation,
        ScopeSet scopes,
        Optional<String> customer,
        Optional<String> actor,
        Assurance assurance,
        String id,
        Instant issued,
        Instant expires) {}
