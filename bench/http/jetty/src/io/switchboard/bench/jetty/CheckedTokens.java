package io.switchboard.bench.jetty;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.jsonwebtoken.Claims;
import io.jsonwebtoken.JwtException;
import io.jsonwebtoken.JwtParser;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.security.Jwk;
import io.jsonwebtoken.security.Jwks;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.security.Key;
import java.util.Map;
import java.util.stream.Collectors;

/** Checks RS256 tokens, the signature of each once. Safe for use from many threads. */
final class CheckedTokens {
    private final JwtParser parser;
    private final Cache<String, Long> endsMillis =
            Caffeine.newBuilder().maximumSize(10_000).build();

    CheckedTokens(URI keySet) throws IOException {
        Map<String, Key> keys;
        try (InputStream set = keySet.toURL().openStream()) {
            keys = Jwks.setParser().build().parse(set).getKeys().stream()
                    .collect(Collectors.toUnmodifiableMap(Jwk::getId, Jwk::toKey));
        }
        parser = Jwts.parser()
                .keyLocator(header -> keys.get(String.valueOf(header.get("kid"))))
                .build();
    }

    /** Whether a token is good now. */
    boolean good(String token) {
        Long ends = endsMillis.getIfPresent(token);
        if (ends == null) {
            try {
                Claims claims = parser.parseSignedClaims(token).getPayload();
                ends = claims.getExpiration().toInstant().toEpochMilli();
            } catch (JwtException e) {
                return false;
            }
            endsMillis.put(token, ends);
        }
        return ends > System.currentTimeMillis();
    }
}
