package io.switchboard.core.internal.once;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts and authenticates what the hub keeps, or hands out to get back, with AES-256-GCM and a key that never leaves it. Each sealed
 * thing belongs to a context and opens only there. Whatever is wrong with a sealed thing, the answer is the same. Immutable, safe for use
 * from many threads.
 */
public final class Seal {
    /** The most bytes, in UTF-8, that a text to be sealed may have; sealed it has at most 2,040 characters. */
    public static final int MAX_TEXT = 1_500;

    private static final int NONCE = 12;
    private static final int TAG = 16;
    private static final int MAX_SEALED_TEXT = (MAX_TEXT + NONCE + TAG + 2) / 3 * 4;

    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec key;

    private Seal(byte[] key) {
        this.key = new SecretKeySpec(key, "HmacSHA256");
    }

    /**
     * A seal with the key of a file, which is made if it is missing.
     *
     * @throws IOException when the file cannot be read or made, is damaged, or is open to others than its owner
     */
    public static Seal of(Path keyFile) throws IOException {
        return new Seal(KeyFile.read(keyFile));
    }

    /**
     * Seals a short text for a context; URL-safe.
     *
     * @throws IllegalArgumentException when the text is longer than {@link #MAX_TEXT}
     */
    public String seal(String context, String text) {
        byte[] plain = text.getBytes(UTF_8);
        if (plain.length > MAX_TEXT) {
            throw new IllegalArgumentException(
                    "a text of " + plain.length + " bytes; at most " + MAX_TEXT + " can be sealed");
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(lock("text:" + context, plain));
    }

    /** The text, or empty when this was not sealed here, for this context, exactly so. */
    public Optional<String> open(String context, String sealed) {
        return unlock("text:" + context, decoded(sealed)).map(plain -> new String(plain, UTF_8));
    }

    /** A digest of a text under the key, for a purpose: 32 bytes that tell nothing of the text to who has not the key. */
    public byte[] digest(String purpose, String text) {
        try {
            return mac().doFinal(("digest:" + purpose.length() + ":" + purpose + text).getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA256 is not available", e);
        }
    }

    byte[] sealBytes(String context, byte[] plain) {
        return lock("bytes:" + context, plain);
    }

    Optional<byte[]> openBytes(String context, byte[] sealed) {
        return unlock("bytes:" + context, sealed);
    }

    private byte[] lock(String context, byte[] plain) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, context, nonce).doFinal(plain);
            return ByteBuffer.allocate(NONCE + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-256-GCM is not available", e);
        }
    }

    private Optional<byte[]> unlock(String context, byte[] sealed) {
        // What is too short is tried all the same, as zeros that cannot open: one way and one cost for everything that
        // is wrong.
        byte[] whole = sealed.length < NONCE + TAG ? new byte[NONCE + TAG] : sealed;
        try {
            return Optional.of(cipher(Cipher.DECRYPT_MODE, context, whole).doFinal(whole, NONCE, whole.length - NONCE));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    /** A key per context: random nonces then need to differ within one context only, however much is sealed in all. */
    private Cipher cipher(int mode, String context, byte[] nonce) throws GeneralSecurityException {
        byte[] named = context.getBytes(UTF_8);
        Mac derivation = mac();
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                mode,
                new SecretKeySpec(derivation.doFinal(named), "AES"),
                new GCMParameterSpec(TAG * Byte.SIZE, nonce, 0, NONCE));
        cipher.updateAAD(named);
        return cipher;
    }

    private Mac mac() throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(key);
        return mac;
    }

    private static byte[] decoded(String sealed) {
        if (sealed.length() > MAX_SEALED_TEXT) {
            return new byte[0];
        }
        try {
            return Base64.getUrlDecoder().decode(sealed);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }
}
