package io.switchboard.security.internal.client;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Slow salted hashes of secrets: {@code pbkdf2-sha256$iterations$salt$hash}. The parameters stand in the text, so they can grow without
 * a migration. Safe for use from many threads.
 */
public final class SecretHash {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String SCHEME = "pbkdf2-sha256";
    // About 45 ms. The secrets are random and long, so this is a second wall and not the only one.
    private static final int ITERATIONS = 210_000;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int SECRET_BYTES = 32;
    /**
     * Of no secret. Checking against it takes as long as against a real one, so that time does not tell which clients there are, nor
     * which of them have a secret.
     */
    static final String NONE =
            SCHEME + "$" + ITERATIONS + "$" + base64(new byte[SALT_BYTES]) + "$" + base64(new byte[HASH_BYTES]);

    private SecretHash() {}

    /** A new secret of 256 random bits. */
    public static String newSecret() {
        return base64(random(SECRET_BYTES));
    }

    /** The hash to keep of a secret. */
    public static String of(String secret) {
        byte[] salt = random(SALT_BYTES);
        return SCHEME + "$" + ITERATIONS + "$" + base64(salt) + "$" + base64(derive(secret, salt, ITERATIONS));
    }

    /** Whether a secret is the one of a hash; takes as long for a wrong one. */
    public static boolean matches(String secret, String hash) {
        String[] parts = hash.split("\\$", -1);
        if (parts.length != 4 || !parts[0].equals(SCHEME)) {
            throw new IllegalStateException("unknown form of a secret's hash");
        }
        Base64.Decoder decoder = Base64.getUrlDecoder();
        byte[] derived = derive(secret, decoder.decode(parts[2]), Integer.parseInt(parts[1]));
        return MessageDigest.isEqual(derived, decoder.decode(parts[3]));
    }

    /** Takes the time of a check for a client that does not exist. */
    public static void matchNobody(String secret) {
        if (matches(secret, NONE)) {
            throw new IllegalStateException("a secret hashes to zeros");
        }
    }

    private static byte[] derive(String secret, byte[] salt, int iterations) {
        PBEKeySpec spec = new PBEKeySpec(secret.toCharArray(), salt, iterations, HASH_BYTES * 8);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot hash secrets", e);
        } finally {
            spec.clearPassword();
        }
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
