package io.switchboard.security.internal.issuer;

import io.jsonwebtoken.Claims;
import io.jsonwebtoken.JwtException;
import io.jsonwebtoken.JwtParser;
import io.jsonwebtoken.Jwts;
import io.switchboard.security.internal.issuer.KeySet.TrustedKey;
import io.switchboard.security.internal.token.InvalidToken;
import io.switchboard.security.internal.token.StrictJson;
import io.switchboard.security.internal.token.TokenShape;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.Date;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The rules and the keys of one issuer as they stand, and how tokens are checked by them (RFC 8725): the key by its id among the issuer's
 * own and by nothing else in the token, the algorithm by a list and by the key, issuer, audience, type and times. Safe for use from many
 * threads.
 */
final class Trust {
    private final IssuerRules rules;
    private final KeySet keys;
    private final InstantSource clock;
    private final ClaimReader reader;
    // At most one for each key and algorithm that fit.
    private final Map<Check, JwtParser> parsers = new ConcurrentHashMap<>();

    private record Check(String keyId, Algorithm algorithm) {}

    Trust(IssuerRules rules, KeySet keys, InstantSource clock) {
        this.rules = rules;
        this.keys = keys;
        this.clock = clock;
        this.reader = new ClaimReader(rules);
    }

    /** The same keys by other rules. */
    Trust with(IssuerRules others) {
        return new Trust(others, keys, clock);
    }

    /** Whether there is a key of an id. */
    boolean knows(String keyId) {
        return keys.keys().containsKey(keyId);
    }

    /** The end of a token, as late as clocks may differ. */
    Instant ends(ExternalToken token) {
        return token.expires().plus(rules.skew());
    }

    /** What a token says, if all of it is right. */
    ExternalToken verify(String token, TokenShape shape) throws InvalidToken {
        Algorithm algorithm = algorithm(shape);
        TrustedKey key = keys.keys().get(shape.keyId());
        if (key == null || !key.isFor(algorithm)) {
            throw new InvalidToken("kid");
        }
        Claims claims = claims(
                token, parsers.computeIfAbsent(new Check(shape.keyId(), algorithm), check -> parser(key, algorithm)));
        if (Collections.disjoint(audience(claims), rules.audiences())) {
            throw new InvalidToken("aud");
        }
        checkTimes(claims);
        return reader.read(claims, token);
    }

    private Algorithm algorithm(TokenShape shape) throws InvalidToken {
        Optional<Algorithm> algorithm = Algorithm.named(shape.algorithm())
                .filter(each -> rules.algorithms().contains(each.name()));
        if (!rules.types().contains(type(shape.type()))) {
            throw new InvalidToken("typ");
        }
        return algorithm.orElseThrow(() -> new InvalidToken("alg"));
    }

    // A media type may be written short (RFC 7515, 4.1.9); without a type it is just some JWT.
    private static String type(String written) {
        String type = written.toLowerCase(Locale.ROOT);
        return type.isEmpty()
                ? "jwt"
                : type.startsWith("application/") ? type.substring("application/".length()) : type;
    }

    private JwtParser parser(TrustedKey key, Algorithm algorithm) {
        return Jwts.parser()
                .sig()
                .clear()
                .add(algorithm.check())
                .and()
                .json(new StrictJson())
                .verifyWith(key.key())
                .requireIssuer(rules.keys().issuer())
                .clock(() -> Date.from(clock.instant()))
                .clockSkewSeconds(rules.skew().toSeconds())
                .build();
    }

    private static Claims claims(String token, JwtParser parser) throws InvalidToken {
        try {
            return parser.parseSignedClaims(token).getPayload();
        } catch (JwtException | IllegalArgumentException e) {
            throw new InvalidToken(e.getClass().getSimpleName());
        }
    }

    private static Set<String> audience(Claims claims) {
        Set<String> audience = claims.getAudience();
        return audience == null ? Set.of() : audience;
    }

    private void checkTimes(Claims claims) throws InvalidToken {
        Instant issued = instant(claims.getIssuedAt());
        Instant expires = instant(claims.getExpiration());
        if (!expires.isAfter(issued)
                || issued.isAfter(clock.instant().plus(rules.skew()))
                || issued.plus(rules.lifetime()).isBefore(expires)) {
            throw new InvalidToken("times");
        }
    }

    private static Instant instant(@Nullable Date date) throws InvalidToken {
        if (date == null) {
            throw new InvalidToken("times");
        }
        return date.toInstant();
    }
}
