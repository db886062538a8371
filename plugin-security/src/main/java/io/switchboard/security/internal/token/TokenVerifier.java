package io.switchboard.security.internal.token;

import io.jsonwebtoken.Claims;
import io.jsonwebtoken.JwsHeader;
import io.jsonwebtoken.JwtException;
import io.jsonwebtoken.JwtParser;
import io.jsonwebtoken.Jwts;
import io.switchboard.connector.Assurance;
import io.switchboard.security.internal.key.KeyRing;
import io.switchboard.security.internal.key.SigningKey;
import io.switchboard.security.internal.role.ScopeSet;
import java.security.Key;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Checks access tokens as RFC 8725 asks: algorithm by the key and not by the token, key by its id among the hub's own, issuer, audience,
 * type and times. Safe for use from many threads.
 */
public final class TokenVerifier {
    /** By how much clocks may differ. */
    public static final Duration SKEW = Duration.ofSeconds(10);

    private final KeyRing keys;
    private final InstantSource clock;
    private final JwtParser parser;

    /** For the tokens that a hub issues by its own keys. */
    public TokenVerifier(HubIdentity hub, KeyRing keys, InstantSource clock) {
        this.keys = keys;
        this.clock = clock;
        this.parser = Jwts.parser()
                .sig()
                .clear()
                .add(Jwts.SIG.RS256)
                .add(Jwts.SIG.ES256)
                .and()
                .json(new StrictJson())
                .keyLocator(header -> header instanceof JwsHeader signed ? key(signed.getKeyId()) : null)
                .requireIssuer(hub.issuer())
                .requireAudience(hub.audience())
                .clock(() -> Date.from(clock.instant()))
                .clockSkewSeconds(SKEW.toSeconds())
                .build();
    }

    /** What a token says, if all of it is right. */
    public AccessToken verify(String token) throws InvalidToken {
        TokenShape shape = TokenShape.own(token);
        // The keys are the hub's own, and each is for one algorithm.
        if (!shape.algorithm().equals(SigningKey.ALGORITHM) || key(shape.keyId()) == null) {
            throw new InvalidToken("alg or kid");
        }
        try {
            return read(parser.parseSignedClaims(token).getPayload());
        } catch (JwtException | IllegalArgumentException e) {
            throw new InvalidToken(e.getClass().getSimpleName());
        }
    }

    private @Nullable Key key(@Nullable String id) {
        return id == null ? null : keys.find(id).map(SigningKey::open).orElse(null);
    }

    private AccessToken read(Claims claims) throws InvalidToken {
        Instant issued = instant(claims.getIssuedAt());
        Instant expires = instant(claims.getExpiration());
        if (issued.isAfter(clock.instant().plus(SKEW)) || !expires.isAfter(issued)) {
            throw new InvalidToken("times");
        }
        String clientId = text(claims, ClaimNames.CLIENT_ID);
        Optional<String> customer = optional(claims, ClaimNames.CUSTOMER);
        if (!text(claims, Claims.SUBJECT).equals(customer.orElse(clientId))) {
            throw new InvalidToken("sub");
        }
        Optional<String> assurance = optional(claims, ClaimNames.ASSURANCE);
        return new AccessToken(
                clientId,
                generation(text(claims, ClaimNames.GENERATION)),
                scopes(text(claims, ClaimNames.SCOPE)),
                customer,
                actor(claims.get(ClaimNames.ACTOR)),
                assurance.isPresent() ? ClaimNames.assurance(assurance.get()) : Assurance.TOKEN,
                text(claims, Claims.ID),
                issued,
                expires);
    }

    private static ScopeSet scopes(String text) throws InvalidToken {
        Set<String> patterns = new HashSet<>();
        int from = 0;
        while (from <= text.length()) {
            int space = text.indexOf(' ', from);
            int to = space < 0 ? text.length() : space;
            String pattern = text.substring(from, to);
            if (!ScopeSet.isPattern(pattern)) {
                throw new InvalidToken("scope");
            }
            patterns.add(pattern);
            from = to + 1;
        }
        return new ScopeSet(patterns);
    }

    private static long generation(String text) throws InvalidToken {
        try {
            return Long.parseUnsignedLong(text, 16);
        } catch (NumberFormatException e) {
            throw new InvalidToken("generation");
        }
    }

    private static Optional<String> actor(@Nullable Object claim) throws InvalidToken {
        if (claim == null) {
            return Optional.empty();
        }
        if (claim instanceof Map<?, ?> act && act.get(Claims.SUBJECT) instanceof String subject && !subject.isEmpty()) {
            return Optional.of(subject);
        }
        throw new InvalidToken("act");
    }

    private static Instant instant(@Nullable Date date) throws InvalidToken {
        if (date == null) {
            throw new InvalidToken("times");
        }
        return date.toInstant();
    }

    private static String text(Claims claims, String name) throws InvalidToken {
        return optional(claims, name).orElseThrow(() -> new InvalidToken(name));
    }

    private static Optional<String> optional(Claims claims, String name) throws InvalidToken {
        Object claim = claims.get(name);
        if (claim == null && !claims.containsKey(name)) {
            return Optional.empty();
        }
        if (claim instanceof String text && !text.isEmpty()) {
            return Optional.of(text);
        }
        throw new InvalidToken(name);
    }
}
