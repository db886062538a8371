package io.switchboard.security.internal.issuer;

import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.security.SignatureAlgorithm;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Optional;

/** The signatures that are accepted at all (RFC 7518, 3.1): none by a shared secret, and never none. */
enum Algorithm {
    RS256(RSAPublicKey.class),
    PS256(RSAPublicKey.class),
    ES256(ECPublicKey.class);

    private final Class<? extends PublicKey> keys;

    Algorithm(Class<? extends PublicKey> keys) {
        this.keys = keys;
    }

    static Optional<Algorithm> named(String name) {
        for (Algorithm each : values()) {
            if (each.name().equals(name)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    boolean fits(PublicKey key) {
        return keys.isInstance(key);
    }

    SignatureAlgorithm check() {
        return switch (this) {
            case RS256 -> Jwts.SIG.RS256;
            case PS256 -> Jwts.SIG.PS256;
            case ES256 -> Jwts.SIG.ES256;
        };
    }
}
