package io.switchboard.core.internal.audit.key;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.switchboard.core.internal.once.KeyFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Seals customers' keys, and makes of a customer's id the tag by which its key is found without naming anybody. Immutable. */
final class MasterKey {
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec tagging;
    private final SecretKeySpec sealing;

    private MasterKey(byte[] key) {
        tagging = new SecretKeySpec(hmac(new SecretKeySpec(key, "HmacSHA256"), "customer's tag"), "HmacSHA256");
        sealing = new SecretKeySpec(hmac(new SecretKeySpec(key, "HmacSHA256"), "customer's key"), "AES");
    }

    /**
     * The one of a file, which is made if it is missing.
     *
     * @throws IOException when the file cannot be read or made, is damaged, or is open to others than its owner
     */
    static MasterKey of(Path file) throws IOException {
        return new MasterKey(KeyFile.read(file));
    }

    byte[] tag(String customer) {
        return hmac(tagging, customer);
    }

    /** Seals a key for one slot of one file, where alone it opens. */
    byte[] seal(byte[] key, byte[] tag, KeyRef place) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, tag, place).doFinal(key);
            return ByteBuffer.allocate(NONCE + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-256-GCM is not available", e);
        }
    }

    /** The key of a slot; empty where it was not sealed by this master key for this place. */
    Optional<SecretKey> open(KeySlot slot, KeyRef place) {
        byte[] sealed = slot.sealed();
        try {
            byte[] key = cipher(Cipher.DECRYPT_MODE, sealed, slot.tag(), place)
                    .doFinal(sealed, NONCE, sealed.length - NONCE);
            return Optional.of(new SecretKeySpec(key, "AES"));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, byte[] nonce, byte[] tag, KeyRef place) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, sealing, new GCMParameterSpec(TAG_BITS, nonce, 0, NONCE));
        cipher.updateAAD(tag);
        cipher.updateAAD(place.toString().getBytes(UTF_8));
        return cipher;
    }

    private static byte[] hmac(SecretKeySpec key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA256", e);
        }
    }
}
