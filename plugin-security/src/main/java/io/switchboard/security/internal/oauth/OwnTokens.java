package io.switchboard.security.internal.oauth;

import io.switchboard.security.internal.client.Client;
import io.switchboard.security.internal.client.Clients;
import io.switchboard.security.internal.key.KeyRing;
import io.switchboard.security.internal.revocation.Revocations;
import io.switchboard.security.internal.token.AccessToken;
import io.switchboard.security.internal.token.HubIdentity;
import io.switchboard.security.internal.token.InvalidToken;
import io.switchboard.security.internal.token.TokenVerifier;
import java.time.InstantSource;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The hub's own tokens as its endpoints are shown them, checked as for a call. Safe for use from many threads. */
@Component(service = OwnTokens.class)
public final class OwnTokens {
    private final TokenVerifier verifier;
    private final Clients clients;
    private final Revocations revocations;

    /**
     * A token that a call would be let in with.
     *
     * @param token what it says
     * @param client its client, as it stands now
     */
    record Live(AccessToken token, Client client) {}

    /** Over the parts of the plugin. */
    @Activate
    public OwnTokens(
            @Reference HubIdentity hub,
            @Reference KeyRing keys,
            @Reference Clients clients,
            @Reference Revocations revocations) {
        this(hub, keys, clients, revocations, InstantSource.system());
    }

    /** The same, by another clock. */
    public OwnTokens(HubIdentity hub, KeyRing keys, Clients clients, Revocations revocations, InstantSource clock) {
        this.verifier = new TokenVerifier(hub, keys, clock);
        this.clients = clients;
        this.revocations = revocations;
    }

    /** What a token says; empty where a call would not be let in with it, for whatever reason. */
    Optional<Live> find(String text) {
        AccessToken token;
        try {
            token = verifier.verify(text);
        } catch (InvalidToken e) {
            return Optional.empty();
        }
        if (revocations.contains(token.id())) {
            return Optional.empty();
        }
        return clients.read(token.clientId())
                .filter(client -> client.generation() == token.generation())
                .map(client -> new Live(token, client));
    }
}
