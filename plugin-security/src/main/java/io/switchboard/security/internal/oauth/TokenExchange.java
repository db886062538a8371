package io.switchboard.security.internal.oauth;

import io.switchboard.security.internal.client.Client;
import io.switchboard.security.internal.issuer.ExternalToken;
import io.switchboard.security.internal.issuer.ExternalTokens;
import io.switchboard.security.internal.issuer.IssuerUnavailable;
import io.switchboard.security.internal.role.RoleBook;
import io.switchboard.security.internal.role.ScopeSet;
import io.switchboard.security.internal.token.AccessToken;
import io.switchboard.security.internal.token.InvalidToken;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A token in place of another one (RFC 8693): of a customer's token of the company's identity provider, a short one that is bound to that
 * customer and names the client as the one that acts; of a token of the client's own, one with fewer scopes.
 *
 * <p>To act for customers takes a role with {@value #SCOPE}: it is said for each role, for otherwise any client with the scope of one
 * harmless operation could make itself the customer whose token it comes upon. To narrow its own token a client needs nothing.
 */
@Component(service = GrantType.class)
public final class TokenExchange implements GrantType {
    /** What a client's roles need to act for customers. */
    static final String SCOPE = RoleBook.EXCHANGE;

    static final Duration LIFETIME = Duration.ofMinutes(5);

    private static final Logger LOG = LoggerFactory.getLogger(TokenExchange.class);
    private static final String TYPE = "urn:ietf:params:oauth:token-type:";
    private static final String ACCESS_TOKEN = TYPE + "access_token";
    private static final String JWT = TYPE + "jwt";
    private static final Set<String> OWN_TYPES = Set.of(ACCESS_TOKEN, JWT);
    private static final Set<String> SUBJECT_TYPES = Set.of(ACCESS_TOKEN, JWT, TYPE + "id_token");
    // Each narrowing makes the id longer.
    private static final int MOST_ID = 300;

    private final RoleBook roles;
    private final OwnTokens own;
    private final ExternalTokens external;
    private final InstantSource clock;

    /** By the roles in force, with the hub's own tokens and those of other issuers. */
    @Activate
    public TokenExchange(@Reference RoleBook roles, @Reference OwnTokens own, @Reference ExternalTokens external) {
        this(roles, own, external, InstantSource.system());
    }

    /** The same, by another clock. */
    public TokenExchange(RoleBook roles, OwnTokens own, ExternalTokens external, InstantSource clock) {
        this.roles = roles;
        this.own = own;
        this.external = external;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "urn:ietf:params:oauth:grant-type:token-exchange";
    }

    @Override
    public Map<String, String> alsoAnswered() {
        return Map.of("issued_token_type", ACCESS_TOKEN);
    }

    @Override
    public AccessToken grant(Client client, Form form) throws OAuthFault {
        if (!form.get("requested_token_type").orElse(ACCESS_TOKEN).equals(ACCESS_TOKEN)) {
            throw OAuthFault.invalidRequest("The requested_token_type can only be " + ACCESS_TOKEN + ".");
        }
        String subject = form.require("subject_token");
        String type = form.require("subject_token_type");
        if (!SUBJECT_TYPES.contains(type)) {
            throw OAuthFault.invalidRequest("The subject_token_type is not supported.");
        }
        checkActor(client, form);
        Optional<AccessToken> narrowed = own.find(subject).map(OwnTokens.Live::token);
        return narrowed.isPresent()
                ? narrowed(client, narrowed.get(), type, form)
                : bound(client, customers(client, subject), form);
    }

    /** Who acts is the client that has authenticated; a token that says so may be there as well, and no other. */
    private void checkActor(Client client, Form form) throws OAuthFault {
        Optional<String> actor = form.get("actor_token");
        Optional<String> type = form.get("actor_token_type");
        if (actor.isPresent() != type.isPresent()) {
            throw OAuthFault.invalidRequest("actor_token and actor_token_type come together.");
        }
        if (actor.isPresent()
                && (!OWN_TYPES.contains(type.orElseThrow())
                        || own.find(actor.get())
                                .filter(live -> isUnbound(live.token(), client))
                                .isEmpty())) {
            throw OAuthFault.invalidRequest("The actor_token is not a valid token of the client itself.");
        }
    }

    private static boolean isUnbound(AccessToken token, Client client) {
        return token.clientId().equals(client.id()) && token.customer().isEmpty();
    }

    private AccessToken narrowed(Client client, AccessToken token, String type, Form form) throws OAuthFault {
        if (!token.clientId().equals(client.id())
                || !OWN_TYPES.contains(type)
                || token.id().length() > MOST_ID) {
            throw unacceptable();
        }
        ScopeSet allowed = token.scopes().and(roles.current().scopes(client.roles()));
        Instant now = now();
        return new AccessToken(
                client.id(),
                client.generation(),
                Narrowing.of(allowed, form),
                token.customer(),
                token.actor(),
                token.assurance(),
                // So it ends when that one is revoked.
                token.id() + "." + UUID.randomUUID(),
                now,
                end(now, token.expires()));
    }

    private AccessToken bound(Client client, ExternalToken token, Form form) throws OAuthFault {
        String customer = token.customer().orElseThrow(TokenExchange::unacceptable);
        ScopeSet allowed = roles.current().scopes(client.roles());
        if (!token.scopes().isEmpty()) {
            allowed = allowed.and(new ScopeSet(token.scopes()));
        }
        Instant now = now();
        return new AccessToken(
                client.id(),
                client.generation(),
                Narrowing.of(allowed, form),
                Optional.of(customer),
                Optional.of(client.id()),
                token.assurance(),
                UUID.randomUUID().toString(),
                now,
                end(now, token.expires()));
    }

    private ExternalToken customers(Client client, String subject) throws OAuthFault {
        if (!roles.current().scopes(client.roles()).covers(SCOPE)) {
            LOG.warn(
                    "Client {} was refused an exchange, since none of its roles has {}; give it to the roles of agents that act"
                            + " for customers, in etc/io.switchboard.security.roles.cfg",
                    client.id(),
                    SCOPE);
            throw OAuthFault.unauthorizedClient("To act for customers the client needs a role with " + SCOPE + ".");
        }
        if (external.isEmpty()) {
            throw OAuthFault.invalidRequest(
                    "No issuer of customers' tokens is configured, so only tokens of the client's own are exchanged.");
        }
        try {
            return external.verify(subject);
        } catch (InvalidToken e) {
            LOG.debug("Client {} was refused an exchange: {}", client.id(), e.getMessage());
            throw unacceptable();
        } catch (IssuerUnavailable e) {
            LOG.warn("Client {} cannot exchange a token: {}", client.id(), e.getMessage());
            throw OAuthFault.unavailable();
        }
    }

    private Instant end(Instant now, Instant subjectEnds) throws OAuthFault {
        Instant latest = now.plus(LIFETIME);
        Instant end = subjectEnds.truncatedTo(ChronoUnit.SECONDS).isBefore(latest)
                ? subjectEnds.truncatedTo(ChronoUnit.SECONDS)
                : latest;
        if (!end.isAfter(now)) {
            throw unacceptable();
        }
        return end;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    /** One answer, whatever is wrong with it (RFC 8693, 2.2.2). */
    private static OAuthFault unacceptable() {
        return OAuthFault.invalidRequest("The subject_token is not acceptable.");
    }
}
