package io.switchboard.security.internal.assertion;

import io.switchboard.security.internal.client.KeyAlgorithm;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAPublicKeySpec;

/**
 * Keys that are checked against where a client has none. Nobody has what belongs to them: of the one it is thrown away, and the modulus of
 * the other is any number.
 */
record Decoys(PublicKey rsa, PublicKey ec) {
    private static final int RSA_BITS = 2048;

    static Decoys make() {
        try {
            BigInteger modulus = new BigInteger(RSA_BITS, new SecureRandom())
                    .setBit(RSA_BITS - 1)
                    .setBit(0);
            PublicKey rsa = KeyFactory.getInstance("RSA")
                    .generatePublic(new RSAPublicKeySpec(modulus, BigInteger.valueOf(65_537)));
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return new Decoys(rsa, generator.generateKeyPair().getPublic());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no RSA or no P-256", e);
        }
    }

    PublicKey key(KeyAlgorithm algorithm) {
        return switch (algorithm) {
            case RS256, PS256 -> rsa;
            case ES256 -> ec;
        };
    }
}
