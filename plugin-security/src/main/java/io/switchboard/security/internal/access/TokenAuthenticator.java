package io.switchboard.security.internal.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.switchboard.core.call.CallFailure;
import io.switchboard.core.call.Credentials;
import io.switchboard.core.security.Authenticator;
import io.switchboard.core.security.Caller;
import io.switchboard.security.internal.client.Client;
import io.switchboard.security.internal.client.Clients;
import io.switchboard.security.internal.issuer.IssuerUnavailable;
import io.switchboard.security.internal.issuer.Issuers;
import io.switchboard.security.internal.issuer.VerifiedExternalToken;
import io.switchboard.security.internal.key.KeyRing;
import io.switchboard.security.internal.revocation.Revocations;
import io.switchboard.security.internal.role.RoleBook;
import io.switchboard.security.internal.role.Roles;
import io.switchboard.security.internal.store.StoreUnavailable;
import io.switchboard.security.internal.token.HubIdentity;
import io.switchboard.security.internal.token.InvalidToken;
import io.switchboard.security.internal.token.TokenVerifier;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out who calls, by the hub's own access tokens and those of issuers that are configured for callers. A signature is checked once per
 * token; that the token has not ended, that its client is still there with the same secret, that it was not revoked, that its issuer and the
 * issuer's keys are the same, and what its roles allow, is checked with every call.
 */
@Component(service = Authenticator.class)
public final class TokenAuthenticator implements Authenticator {
    private static final Logger LOG = LoggerFactory.getLogger(TokenAuthenticator.class);
    // In characters of tokens: some ten thousand tokens of usual length.
    private static final long MOST_KEPT = 8L << 20;

    private final HubIdentity hub;
    private final KeyRing keys;
    private final Clients clients;
    private final Revocations revocations;
    private final RoleBook roles;
    private final Issuers issuers;
    private final InstantSource clock;
    private final TokenVerifier verifier;
    private final Cache<String, VerifiedToken> verified;

    /** Over the parts of the plugin. */
    @Activate
    public TokenAuthenticator(
            @Reference HubIdentity hub,
            @Reference KeyRing keys,
            @Reference Clients clients,
            @Reference Revocations revocations,
            @Reference RoleBook roles,
            @Reference Issuers issuers) {
        this(hub, keys, clients, revocations, roles, issuers, InstantSource.system());
    }

    /** The same, by another clock. */
    public TokenAuthenticator(
            HubIdentity hub,
            KeyRing keys,
            Clients clients,
            Revocations revocations,
            RoleBook roles,
            Issuers issuers,
            InstantSource clock) {
        this.hub = hub;
        this.keys = keys;
        this.clients = clients;
        this.revocations = revocations;
        this.roles = roles;
        this.issuers = issuers;
        this.clock = clock;
        this.verifier = new TokenVerifier(hub, keys, clock);
        this.verified = Caffeine.newBuilder()
                .maximumWeight(MOST_KEPT)
                .weigher((String text, VerifiedToken token) -> text.length())
                .expireAfter(Expiry.creating(
                        (String text, VerifiedToken token) -> Duration.ofMillis(Math.max(0, leftMillis(token)))))
                .executor(Runnable::run)
                .build();
    }

    @Override
    public Optional<String> address() {
        return hub.address();
    }

    @Override
    public Caller authenticate(Credentials credentials) throws CallFailure {
        if (!credentials.scheme().equals("bearer")) {
            throw Refusals.unauthenticated();
        }
        Roles now = roles.current();
        if (now.isEmpty() || keys.signing().isEmpty()) {
            throw Refusals.notReady();
        }
        VerifiedToken token = verified.getIfPresent(credentials.token());
        if (token != null && !token.counts()) {
            verified.invalidate(credentials.token());
            token = null;
        }
        if (token == null) {
            token = verify(credentials.token());
        }
        if (leftMillis(token) <= 0) {
            throw Refusals.unauthenticated();
        }
        return token.caller(client(token), now);
    }

    private VerifiedToken verify(String text) throws CallFailure {
        try {
            Optional<VerifiedExternalToken> external = issuers.find(text);
            VerifiedToken token =
                    external.isPresent() ? external(external.get()) : VerifiedToken.own(verifier.verify(text));
            verified.put(text, token);
            return token;
        } catch (InvalidToken e) {
            LOG.debug("A token was refused: {}", e.getMessage());
            throw Refusals.unauthenticated();
        } catch (IssuerUnavailable e) {
            LOG.debug("A token could not be checked: {}", e.getMessage());
            throw Refusals.notReady();
        }
    }

    private static VerifiedToken external(VerifiedExternalToken verified) throws InvalidToken {
        // A customer's own token calls nothing; it can be exchanged for one of the hub's.
        String client =
                verified.token().clientId().orElseThrow(() -> new InvalidToken("an issuer that is for customers"));
        return VerifiedToken.external(verified, client);
    }

    private Client client(VerifiedToken token) throws CallFailure {
        Optional<Client> client;
        boolean revoked;
        try {
            revoked = revocations.contains(token.token().id());
            client = clients.find(token.token().clientId());
        } catch (StoreUnavailable e) {
            LOG.warn("A caller could not be looked up", e);
            throw Refusals.storeAway();
        }
        if (revoked || client.isEmpty() || !token.isOf(client.get())) {
            throw Refusals.unauthenticated();
        }
        return client.get();
    }

    private long leftMillis(VerifiedToken token) {
        return token.endsMillis() - clock.millis();
    }
}
