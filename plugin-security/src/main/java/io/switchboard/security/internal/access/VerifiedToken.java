package io.switchboard.security.internal.access;

import io.switchboard.connector.Assurance;
import io.switchboard.connector.Principal;
import io.switchboard.core.security.Caller;
import io.switchboard.security.internal.client.Client;
import io.switchboard.security.internal.role.Roles;
import io.switchboard.security.internal.token.AccessToken;
import io.switchboard.security.internal.token.TokenVerifier;
import org.jspecify.annotations.Nullable;

/**
 * A token whose signature need not be checked again, and the caller that was made of it for the client and the roles as they last stood.
 * Safe for use from many threads.
 */
final class VerifiedToken {
    private final AccessToken token;
    private final long endsMillis;
    private volatile @Nullable Made made;

    private record Made(Client client, Roles roles, Caller caller) {}

    VerifiedToken(AccessToken token) {
        this.token = token;
        this.endsMillis = token.expires().plus(TokenVerifier.SKEW).toEpochMilli();
    }

    AccessToken token() {
        return token;
    }

    /** From when on it is no longer accepted. */
    long endsMillis() {
        return endsMillis;
    }

    /** The caller; made anew when the client or the roles have changed. */
    Caller caller(Client client, Roles roles) {
        Made last = made;
        if (last == null || last.roles != roles || !last.client.equals(client)) {
            last = new Made(client, roles, make(client, roles));
            made = last;
        }
        return last.caller;
    }

    private Caller make(Client client, Roles roles) {
        return new Caller(
                Principal.builder(client.id(), client.kind()).build(),
                client.roles(),
                token.scopes().and(roles.scopes(client.roles())).patterns(),
                token.customer(),
                token.actor(),
                token.customer().isPresent() ? token.assurance() : Assurance.TOKEN,
                token.id(),
                token.expires());
    }
}
