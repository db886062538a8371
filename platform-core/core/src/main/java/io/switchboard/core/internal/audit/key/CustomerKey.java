package io.switchboard.core.internal.audit.key;

import javax.crypto.SecretKey;

/**
 * The key of one customer, in use. Immutable; tells nothing of the key.
 *
 * @param ref what stands for it in records
 * @param key for AES-256
 */
public record CustomerKey(String ref, SecretKey key) {
    @Override
    public String toString() {
        return "CustomerKey[" + ref + "]";
    }
}
