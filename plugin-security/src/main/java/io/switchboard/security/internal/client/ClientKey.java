package io.switchboard.security.internal.client;

import java.security.PublicKey;
import java.time.Instant;

/**
 * A public key of a client. Immutable.
 *
 * @param id the name that the client's signatures give for it
 * @param algorithm the one algorithm that it is for
 * @param key the key
 * @param created when it was added
 * @param createdBy the correlation id of the call that added it
 */
public record ClientKey(String id, KeyAlgorithm algorithm, PublicKey key, Instant created, String createdBy) {}
