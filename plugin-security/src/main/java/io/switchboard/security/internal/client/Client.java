package io.switchboard.security.internal.client;

import io.switchboard.connector.Principal;
import java.time.Instant;
import java.util.Set;

/**
 * A client application. Immutable; its {@code toString()} names it and tells nothing.
 *
 * @param id the name it authenticates with
 * @param kind whether a person decides
 * @param roles the names of its roles
 * @param secretHash the salted hash of its secret
 * @param generation what its tokens carry; tokens of another generation are dead
 * @param created when it was made
 * @param changed when its secret was made
 * @param changedBy the correlation id of the call that made its secret
 */
public record Client(
        String id,
        Principal.Kind kind,
        Set<String> roles,
        String secretHash,
        long generation,
        Instant created,
        Instant changed,
        String changedBy) {
    /** Copies the roles. */
    public Client {
        roles = Set.copyOf(roles);
    }

    Client withSecret(String hash, long nextGeneration, Instant now, String correlationId) {
        return new Client(id, kind, roles, hash, nextGeneration, created, now, correlationId);
    }

    @Override
    public String toString() {
        return "Client[" + id + "]";
    }
}
