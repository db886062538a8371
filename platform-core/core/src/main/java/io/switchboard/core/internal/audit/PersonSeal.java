package io.switchboard.core.internal.audit;

import io.switchboard.core.internal.audit.key.CustomerKey;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Seals the part of a record that names a customer: AES-256-GCM, the nonce before it, in Base64. For the audit's writer, who is one thread.
 */
final class PersonSeal {
    static final int NONCE = 12;
    static final int TAG_BITS = 128;
    static final String CIPHER = "AES/GCM/NoPadding";

    private final SecureRandom random = new SecureRandom();
    private final Base64.Encoder encoder = Base64.getEncoder().withoutPadding();
    private final Cipher cipher;
    /** Of each run eight random bytes, and behind them a count: no nonce comes twice, and none costs a random number. */
    private final byte[] nonce = new byte[NONCE];

    private int count;

    PersonSeal() {
        try {
            cipher = Cipher.getInstance(CIPHER);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-256-GCM is not available", e);
        }
    }

    /** The sealed text of what stands in a buffer. */
    byte[] seal(CustomerKey key, LineBuffer plain) {
        if (count == 0) {
            random.nextBytes(nonce);
        }
        ByteBuffer.wrap(nonce).putInt(NONCE - Integer.BYTES, count++);
        try {
            cipher.init(Cipher.ENCRYPT_MODE, key.key(), new GCMParameterSpec(TAG_BITS, nonce));
            byte[] sealed = new byte[NONCE + cipher.getOutputSize(plain.length())];
            System.arraycopy(nonce, 0, sealed, 0, NONCE);
            cipher.doFinal(plain.array(), 0, plain.length(), sealed, NONCE);
            return encoder.encode(sealed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-256-GCM is not available", e);
        }
    }
}
