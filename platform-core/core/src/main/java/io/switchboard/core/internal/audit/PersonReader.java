package io.switchboard.core.internal.audit;

import io.switchboard.core.audit.AuditRecord.Person;
import io.switchboard.core.internal.audit.key.KeyReader;
import java.io.Closeable;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/** Opens what {@link PersonSeal} sealed, where its key is still there. For one reading. */
final class PersonReader implements Closeable {
    private static final byte[] NOTHING = {};

    private final KeyReader keys;

    PersonReader(KeyReader keys) {
        this.keys = keys;
    }

    /** What was found behind a seal; the JSON is empty where it cannot be read. */
    @SuppressWarnings("ArrayRecordComponent") // never compared; read at once
    record Opened(byte[] json, Person person) {}

    Opened open(String ref, String sealed) {
        KeyReader.Found found = keys.find(ref);
        if (found.erased()) {
            return new Opened(NOTHING, Person.ERASED);
        }
        return found.key().map(key -> unseal(key, sealed)).orElse(new Opened(NOTHING, Person.UNREADABLE));
    }

    private static Opened unseal(SecretKey key, String sealed) {
        try {
            byte[] whole = Base64.getDecoder().decode(sealed);
            if (whole.length > PersonSeal.NONCE) {
                Cipher cipher = Cipher.getInstance(PersonSeal.CIPHER);
                cipher.init(
                        Cipher.DECRYPT_MODE,
                        key,
                        new GCMParameterSpec(PersonSeal.TAG_BITS, whole, 0, PersonSeal.NONCE));
                byte[] json = cipher.doFinal(whole, PersonSeal.NONCE, whole.length - PersonSeal.NONCE);
                return new Opened(json, Person.SHOWN);
            }
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return new Opened(NOTHING, Person.UNREADABLE);
        }
        return new Opened(NOTHING, Person.UNREADABLE);
    }

    @Override
    public void close() throws IOException {
        keys.close();
    }
}
