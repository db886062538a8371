package io.switchboard.ecommerce.spi;

import java.util.Objects;
import java.util.Optional;

/**
 * Who writes, and in which act. Immutable.
 *
 * @param correlationId the act's name: the same in every attempt at it, different for every other; 1 to 32 characters of
 *     {@code [a-z0-9]}
 * @param client the id of the client application that asked for it
 * @param user the employee who did; empty where nobody is known
 */
public record Act(String correlationId, String client, Optional<String> user) {
    /** Refuses nulls and an empty name. */
    public Act {
        Objects.requireNonNull(client, "client");
        Objects.requireNonNull(user, "user");
        if (correlationId.isEmpty()) {
            throw new IllegalArgumentException("an act has a name");
        }
    }
}
