package io.switchboard.security.internal.client;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.EllipticCurve;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.Optional;

/**
 * A public key as others write it (RFC 7517, RFC 7518). Immutable; nothing of it is checked yet.
 *
 * @param kty RSA or EC
 * @param n the modulus of an RSA key
 * @param e the exponent of an RSA key
 * @param crv the curve of an EC key
 * @param x the point of an EC key
 * @param y the point of an EC key
 */
public record JsonWebKey(
        String kty,
        Optional<String> n,
        Optional<String> e,
        Optional<String> crv,
        Optional<String> x,
        Optional<String> y) {
    private static final int LEAST_RSA_BITS = 2048;
    private static final int MOST_RSA_BITS = 4096;
    private static final int MOST_EXPONENT_BITS = 32;
    private static final int POINT_BYTES = 32;

    /** The key; empty where it is none that an algorithm could be trusted with. */
    public Optional<PublicKey> toKey(KeyAlgorithm algorithm) {
        if (!kty.equals(algorithm.family())) {
            return Optional.empty();
        }
        try {
            return kty.equals("RSA") ? rsa() : ec();
        } catch (IllegalArgumentException | GeneralSecurityException refused) {
            return Optional.empty();
        }
    }

    /** What names the key where its owner does not (RFC 7638). */
    public String thumbprint() {
        String members = kty.equals("RSA")
                ? "{\"e\":\"" + e.orElse("") + "\",\"kty\":\"RSA\",\"n\":\"" + n.orElse("") + "\"}"
                : "{\"crv\":\"" + crv.orElse("") + "\",\"kty\":\"EC\",\"x\":\"" + x.orElse("") + "\",\"y\":\""
                        + y.orElse("") + "\"}";
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(members.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("this Java has no SHA-256", missing);
        }
    }

    private Optional<PublicKey> rsa() throws GeneralSecurityException {
        BigInteger modulus = number(n);
        BigInteger exponent = number(e);
        if (modulus.bitLength() < LEAST_RSA_BITS
                || modulus.bitLength() > MOST_RSA_BITS
                || !modulus.testBit(0)
                || !exponent.testBit(0)
                || exponent.bitLength() < 2
                || exponent.bitLength() > MOST_EXPONENT_BITS) {
            return Optional.empty();
        }
        return Optional.of(KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(modulus, exponent)));
    }

    private Optional<PublicKey> ec() throws GeneralSecurityException {
        if (!crv.equals(Optional.of("P-256"))) {
            return Optional.empty();
        }
        AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
        parameters.init(new ECGenParameterSpec("secp256r1"));
        ECParameterSpec curve = parameters.getParameterSpec(ECParameterSpec.class);
        ECPoint point = new ECPoint(coordinate(x), coordinate(y));
        if (!isOn(curve.getCurve(), point)) {
            return Optional.empty();
        }
        return Optional.of(KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(point, curve)));
    }

    // A point beside the curve would give its private key away, or be nobody's.
    private static boolean isOn(EllipticCurve curve, ECPoint point) {
        BigInteger p = ((ECFieldFp) curve.getField()).getP();
        BigInteger px = point.getAffineX();
        BigInteger py = point.getAffineY();
        BigInteger right = px.modPow(BigInteger.valueOf(3), p)
                .add(curve.getA().multiply(px))
                .add(curve.getB())
                .mod(p);
        return px.compareTo(p) < 0
                && py.compareTo(p) < 0
                && py.modPow(BigInteger.TWO, p).equals(right);
    }

    private static BigInteger coordinate(Optional<String> member) {
        byte[] bytes = bytes(member);
        if (bytes.length != POINT_BYTES) {
            throw new IllegalArgumentException("a coordinate of P-256 has 32 bytes");
        }
        return new BigInteger(1, bytes);
    }

    private static BigInteger number(Optional<String> member) {
        return new BigInteger(1, bytes(member));
    }

    private static byte[] bytes(Optional<String> member) {
        return Base64.getUrlDecoder().decode(member.orElse(""));
    }
}
