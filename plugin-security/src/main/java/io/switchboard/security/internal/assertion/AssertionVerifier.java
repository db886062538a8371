package io.switchboard.security.internal.assertion;

import io.jsonwebtoken.Claims;
import io.jsonwebtoken.JwtException;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.security.SignatureAlgorithm;
import io.switchboard.security.internal.client.ClientKey;
import io.switchboard.security.internal.client.ClientKeys;
import io.switchboard.security.internal.client.KeyAlgorithm;
import io.switchboard.security.internal.store.StoreUnavailable;
import io.switchboard.security.internal.token.InvalidToken;
import io.switchboard.security.internal.token.StrictJson;
import io.switchboard.security.internal.token.TokenShape;
import io.switchboard.security.internal.token.TokenVerifier;
import java.io.IOException;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Checks what clients sign to say who they are (RFC 7523, 3): by one of their own keys, which is for one algorithm; for this hub and nobody
 * else; not for long; and once. One without a key that fits is checked against a key that nobody has, so that time does not tell which
 * clients have keys. Safe for use from many threads.
 */
@Component(service = AssertionVerifier.class)
public final class AssertionVerifier {
    /** The longest that one may still last when it comes. */
    public static final Duration LONGEST = Duration.ofMinutes(5);

    private static final int MOST_ID = 256;
    private static final Set<String> TYPES = Set.of("", "jwt", "client-authentication+jwt");

    private final ClientKeys keys;
    private final UsedAssertions used;
    private final InstantSource clock;
    private final Decoys decoys = Decoys.make();

    /** How checking one ended. */
    public enum Verdict {
        /** It is the client's. */
        PROVEN,
        /** It is not, or not to be accepted. */
        REFUSED,
        /** The client has sent too many within a short time. */
        TOO_MANY
    }

    /** Over the clients' keys. */
    @Activate
    public AssertionVerifier(@Reference ClientKeys keys, @Reference DataSource store) {
        this(keys, store, InstantSource.system());
    }

    /** The same, by another clock. */
    public AssertionVerifier(ClientKeys keys, DataSource store, InstantSource clock) {
        this.keys = keys;
        this.used = new UsedAssertions(store, clock);
        this.clock = clock;
    }

    /** Whom one says it is of, whoever signed it; empty where it says nothing. */
    public static Optional<String> claimedClient(String assertion) {
        try {
            TokenShape.foreign(assertion);
            return StrictJson.object(TokenShape.payload(assertion)).get(Claims.SUBJECT) instanceof String subject
                    ? Optional.of(subject)
                    : Optional.empty();
        } catch (InvalidToken | IOException e) {
            return Optional.empty();
        }
    }

    /**
     * Whether one is a client's, and uses it up; throws {@link StoreUnavailable} when the store does not answer.
     *
     * @param audiences the names of this hub
     */
    public Verdict verify(String assertion, String clientId, Set<String> audiences) {
        List<ClientKey> known = keys.of(clientId);
        try {
            TokenShape shape = TokenShape.foreign(assertion);
            KeyAlgorithm algorithm = KeyAlgorithm.valueOf(shape.algorithm());
            if (!TYPES.contains(shape.type().toLowerCase(Locale.ROOT))) {
                return Verdict.REFUSED;
            }
            Claims claims = null;
            List<ClientKey> fitting = known.stream()
                    .filter(each -> each.algorithm() == algorithm
                            && (shape.keyId().isEmpty() || shape.keyId().equals(each.id())))
                    .toList();
            for (ClientKey each : fitting) {
                Claims signed = signed(assertion, algorithm, each.key());
                claims = signed == null ? claims : signed;
            }
            if (fitting.isEmpty()) {
                signed(assertion, algorithm, decoys.key(algorithm));
            }
            return claims != null && isAcceptable(claims, clientId, audiences)
                    ? use(clientId, claims)
                    : Verdict.REFUSED;
        } catch (InvalidToken | JwtException | IllegalArgumentException e) {
            return Verdict.REFUSED;
        }
    }

    private @Nullable Claims signed(String assertion, KeyAlgorithm algorithm, PublicKey key) {
        SignatureAlgorithm check = switch (algorithm) {
            case RS256 -> Jwts.SIG.RS256;
            case PS256 -> Jwts.SIG.PS256;
            case ES256 -> Jwts.SIG.ES256;
        };
        try {
            return Jwts.parser()
                    .sig()
                    .clear()
                    .add(check)
                    .and()
                    .json(new StrictJson())
                    .verifyWith(key)
                    .clock(() -> Date.from(clock.instant()))
                    .clockSkewSeconds(TokenVerifier.SKEW.toSeconds())
                    .build()
                    .parseSignedClaims(assertion)
                    .getPayload();
        } catch (JwtException | IllegalArgumentException e) {
            return null;
        }
    }

    private boolean isAcceptable(Claims claims, String clientId, Set<String> audiences) {
        Instant latest = clock.instant().plus(TokenVerifier.SKEW);
        Date expires = claims.getExpiration();
        Date issued = claims.getIssuedAt();
        String id = claims.getId();
        return clientId.equals(claims.getIssuer())
                && clientId.equals(claims.getSubject())
                && claims.getAudience() != null
                && !claims.getAudience().isEmpty()
                // One that is for others too could come from one of them.
                && audiences.containsAll(claims.getAudience())
                && expires != null
                && !expires.toInstant().isAfter(latest.plus(LONGEST))
                && (issued == null || !issued.toInstant().isAfter(latest))
                && id != null
                && !id.isEmpty()
                && id.length() <= MOST_ID;
    }

    private Verdict use(String clientId, Claims claims) {
        Instant forgotten = claims.getExpiration().toInstant().plus(TokenVerifier.SKEW);
        return switch (used.use(clientId, claims.getId(), forgotten)) {
            case FIRST -> Verdict.PROVEN;
            case AGAIN -> Verdict.REFUSED;
            case TOO_MANY -> Verdict.TOO_MANY;
        };
    }
}
