package io.switchboard.core.security;

import io.switchboard.connector.Assurance;
import io.switchboard.connector.Principal;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * An authenticated caller. Immutable.
 *
 * @param principal the client application
 * @param roles the names of its roles
 * @param scopes the scopes its token has, patterns such as {@code crm.*} among them; ask {@link #covers}
 * @param boundCustomer the one customer the token may act for; empty where it is not bound
 * @param actor the agent that acts, where the token was exchanged; empty otherwise
 * @param assurance how sure the hub is of the customer
 * @param tokenId what names the token in the audit
 * @param expires when the token ends
 */
public record Caller(
        Principal principal,
        Set<String> roles,
        Set<String> scopes,
        Optional<String> boundCustomer,
        Optional<String> actor,
        Assurance assurance,
        String tokenId,
        Instant expires) {
    /** Copies the sets. */
    public Caller {
        roles = Set.copyOf(roles);
        scopes = Set.copyOf(scopes);
    }

    /** Who calls, for telling callers apart: the client, and the employee at it where there is one. */
    public String name() {
        return principal.user().map(user -> principal.id() + "/" + user).orElse(principal.id());
    }

    /** Whether its scopes cover one, by name or as {@code crm.*} and {@code *} do. */
    public boolean covers(String scope) {
        return scopes.contains(scope)
                || scopes.contains("*")
                || scopes.contains(scope.substring(0, scope.indexOf('.') + 1) + "*");
    }
}
