package io.switchboard.security.internal.issuer;

import io.jsonwebtoken.JwtException;
import io.jsonwebtoken.security.Jwk;
import io.jsonwebtoken.security.Jwks;
import io.jsonwebtoken.security.PublicJwk;
import io.switchboard.security.internal.token.StrictJson;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The public keys of an issuer by their ids, those of them that could verify a token (RFC 7517). Immutable; equal to one with the same
 * keys.
 *
 * @param keys the keys by their ids
 */
record KeySet(Map<String, TrustedKey> keys) {
    private static final int MOST_KEYS = 100;
    private static final int MOST_ID_CHARACTERS = 256;
    private static final int LEAST_RSA_BITS = 2048;
    // A longer one would make each check slow.
    private static final int MOST_RSA_BITS = 8192;
    private static final int MOST_EXPONENT_BITS = 33;

    /**
     * One key. Immutable.
     *
     * @param key the key
     * @param algorithm the one algorithm it is for; empty where its issuer does not say
     */
    record TrustedKey(PublicKey key, Optional<Algorithm> algorithm) {
        /** Whether it may verify what is signed by an algorithm. */
        boolean isFor(Algorithm wanted) {
            return wanted.fits(key) && algorithm.filter(own -> own != wanted).isEmpty();
        }
    }

    KeySet {
        keys = Map.copyOf(keys);
    }

    /** From a JWK set; what is of no use in it, or stands there under an id twice, is left out. */
    static KeySet read(byte[] json) throws IOException {
        Map<String, TrustedKey> keys = new HashMap<>();
        Set<String> doubtful = new HashSet<>();
        int seen = 0;
        for (Jwk<?> jwk : parse(json)) {
            if (++seen > MOST_KEYS) {
                throw new IOException("the key set has more than " + MOST_KEYS + " keys");
            }
            String id = jwk.getId();
            Optional<TrustedKey> key = usable(jwk);
            if (id == null || id.isEmpty() || id.length() > MOST_ID_CHARACTERS || key.isEmpty()) {
                continue;
            }
            TrustedKey other = keys.put(id, key.get());
            if (other != null && !other.equals(key.get())) {
                doubtful.add(id);
            }
        }
        doubtful.forEach(keys::remove);
        if (keys.isEmpty()) {
            throw new IOException("the key set has no key that could be used (RSA of " + LEAST_RSA_BITS
                    + " bits or more, or EC P-256, with a kid, and for signatures)");
        }
        return new KeySet(keys);
    }

    private static Set<Jwk<?>> parse(byte[] json) throws IOException {
        try {
            return Jwks.setParser()
                    .json(new StrictJson())
                    .build()
                    .parse(new ByteArrayInputStream(json))
                    .getKeys();
        } catch (JwtException | IllegalArgumentException e) {
            throw new IOException("what came is no JWK set", e);
        }
    }

    private static Optional<TrustedKey> usable(Jwk<?> jwk) {
        if (!(jwk instanceof PublicJwk<?> open) || !isForSignatures(jwk) || !isStrong(open.toKey())) {
            return Optional.empty();
        }
        Optional<Algorithm> algorithm = Optional.empty();
        if (jwk.getAlgorithm() != null) {
            algorithm = Algorithm.named(jwk.getAlgorithm()).filter(each -> each.fits(open.toKey()));
            if (algorithm.isEmpty()) {
                return Optional.empty();
            }
        }
        return Optional.of(new TrustedKey(open.toKey(), algorithm));
    }

    private static boolean isForSignatures(Jwk<?> jwk) {
        Object use = jwk.get("use");
        return (use == null || use.equals("sig"))
                && (jwk.getOperations() == null
                        || jwk.getOperations().isEmpty()
                        || jwk.getOperations().stream()
                                .anyMatch(each -> each.getId().equals("verify")));
    }

    private static boolean isStrong(PublicKey key) {
        if (key instanceof RSAPublicKey rsa) {
            int bits = rsa.getModulus().bitLength();
            return bits >= LEAST_RSA_BITS
                    && bits <= MOST_RSA_BITS
                    && rsa.getPublicExponent().testBit(0)
                    && rsa.getPublicExponent().bitLength() > 1
                    && rsa.getPublicExponent().bitLength() <= MOST_EXPONENT_BITS;
        }
        return key instanceof ECPublicKey ec && ec.getParams().getOrder().bitLength() == 256;
    }
}
