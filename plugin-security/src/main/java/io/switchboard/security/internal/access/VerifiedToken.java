package io.switchboard.security.internal.access;

import io.switchboard.connector.Assurance;
import io.switchboard.connector.Principal;
import io.switchboard.core.security.Caller;
import io.switchboard.security.internal.client.Client;
import io.switchboard.security.internal.issuer.ExternalToken;
import io.switchboard.security.internal.issuer.VerifiedExternalToken;
import io.switchboard.security.internal.role.Roles;
import io.switchboard.security.internal.role.ScopeSet;
import io.switchboard.security.internal.token.AccessToken;
import io.switchboard.security.internal.token.TokenVerifier;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A token whose signature need not be checked again, and the caller that was made of it for the client and the roles as they last stood.
 * Safe for use from many threads.
 */
final class VerifiedToken {
    private final AccessToken token;
    private final boolean own;
    private final long endsMillis;
    private final BooleanSupplier counts;
    private volatile @Nullable Made made;

    private record Made(Client client, Roles roles, Caller caller) {}

    private VerifiedToken(AccessToken token, boolean own, Instant ends, BooleanSupplier counts) {
        this.token = token;
        this.own = own;
        this.endsMillis = ends.toEpochMilli();
        this.counts = counts;
    }

    /** One that the hub has issued. */
    static VerifiedToken own(AccessToken token) {
        return new VerifiedToken(token, true, token.expires().plus(TokenVerifier.SKEW), () -> true);
    }

    /** One of another issuer, for a client of the hub that it stands for. */
    static VerifiedToken external(VerifiedExternalToken verified, String clientId) {
        ExternalToken said = verified.token();
        AccessToken token = new AccessToken(
                clientId,
                0,
                new ScopeSet(said.scopes()),
                Optional.empty(),
                Optional.empty(),
                Assurance.TOKEN,
                said.id(),
                said.issued(),
                said.expires());
        return new VerifiedToken(token, false, verified.ends(), verified.counts());
    }

    AccessToken token() {
        return token;
    }

    /** Whether what it was verified by has not changed since. */
    boolean counts() {
        return counts.getAsBoolean();
    }

    /** Whether it was issued for a client as that stands now; a new secret there ends no token of another issuer. */
    boolean isOf(Client client) {
        return !own || client.generation() == token.generation();
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
