package io.switchboard.security.internal.oauth;

import io.switchboard.connector.Assurance;
import io.switchboard.security.internal.client.Client;
import io.switchboard.security.internal.key.KeyRing;
import io.switchboard.security.internal.role.RoleBook;
import io.switchboard.security.internal.role.ScopeSet;
import io.switchboard.security.internal.token.AccessToken;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A token for the client itself (RFC 6749, 4.4), with the scopes of its roles or those of them that it asks for. */
@Component(service = GrantType.class)
public final class ClientCredentials implements GrantType {
    /** How long its tokens last: the longest that any token of the hub does. */
    static final Duration LIFETIME = KeyRing.LONGEST_TOKEN;

    private final RoleBook roles;
    private final InstantSource clock;

    /** By the roles in force. */
    @Activate
    public ClientCredentials(@Reference RoleBook roles) {
        this(roles, InstantSource.system());
    }

    /** The same, by another clock. */
    public ClientCredentials(RoleBook roles, InstantSource clock) {
        this.roles = roles;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "client_credentials";
    }

    @Override
    public AccessToken grant(Client client, Form form) throws OAuthFault {
        ScopeSet granted = Narrowing.of(roles.current().scopes(client.roles()), form);
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        return new AccessToken(
                client.id(),
                client.generation(),
                granted,
                Optional.empty(),
                Optional.empty(),
                Assurance.TOKEN,
                UUID.randomUUID().toString(),
                now,
                now.plus(LIFETIME));
    }
}
