package io.switchboard.tryton;

import io.switchboard.connector.Secret;
import java.util.Objects;

/**
 * Whom the hub signs in as. Immutable.
 *
 * @param user the login of the hub's own user
 * @param password its password
 */
public record Credentials(String user, Secret password) {
    /** Refuses nulls. */
    public Credentials {
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(password, "password");
    }
}
