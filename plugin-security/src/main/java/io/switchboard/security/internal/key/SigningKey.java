package io.switchboard.security.internal.key;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;

/**
 * An RSA key pair for RS256. Immutable; its {@code toString()} names it and tells nothing.
 *
 * @param id the thumbprint of the public key (RFC 7638)
 */
public record SigningKey(String id, RSAPrivateCrtKey secret, RSAPublicKey open) {
    /** What it signs by. */
    public static final String ALGORITHM = "RS256";

    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
    private static final String END = "-----END PRIVATE KEY-----";
    private static final int BITS = 2048;

    static SigningKey generate() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(BITS);
        KeyPair pair = generator.generateKeyPair();
        return of((RSAPrivateCrtKey) pair.getPrivate());
    }

    static SigningKey ofPem(String pem) throws GeneralSecurityException {
        String text = pem.strip();
        if (!text.startsWith(BEGIN) || !text.endsWith(END)) {
            throw new GeneralSecurityException("not a PKCS #8 private key in PEM");
        }
        byte[] encoded;
        try {
            encoded = Base64.getMimeDecoder().decode(text.substring(BEGIN.length(), text.length() - END.length()));
        } catch (IllegalArgumentException e) {
            throw new GeneralSecurityException("not Base64", e);
        }
        if (!(KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded))
                        instanceof RSAPrivateCrtKey key)
                || key.getModulus().bitLength() < BITS) {
            throw new GeneralSecurityException("not an RSA key of " + BITS + " bits or more");
        }
        return of(key);
    }

    private static SigningKey of(RSAPrivateCrtKey key) throws GeneralSecurityException {
        RSAPublicKey open = (RSAPublicKey) KeyFactory.getInstance("RSA")
                .generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()));
        String json = "{\"e\":\"" + number(open.getPublicExponent().toByteArray()) + "\",\"kty\":\"RSA\",\"n\":\""
                + number(open.getModulus().toByteArray()) + "\"}";
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(json.getBytes(StandardCharsets.US_ASCII));
        return new SigningKey(Base64.getUrlEncoder().withoutPadding().encodeToString(digest), key, open);
    }

    String pem() {
        return BEGIN + "\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(secret.getEncoded())
                + "\n" + END + "\n";
    }

    /** The modulus as a JSON Web Key has it. */
    public String modulus() {
        return number(open.getModulus().toByteArray());
    }

    /** The exponent as a JSON Web Key has it. */
    public String exponent() {
        return number(open.getPublicExponent().toByteArray());
    }

    // Unsigned and without the sign byte that Java's big numbers may begin with (RFC 7518, 6.3.1).
    private static String number(byte[] signed) {
        int from = signed.length > 1 && signed[0] == 0 ? 1 : 0;
        byte[] unsigned = Arrays.copyOfRange(signed, from, signed.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(unsigned);
    }

    @Override
    public String toString() {
        return "SigningKey[" + id + "]";
    }
}
