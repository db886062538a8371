package io.switchboard.security.internal.key;

import java.time.Instant;

/**
 * A key with the time from which on it signs. Immutable.
 *
 * @param key the key
 * @param from when it begins to sign
 * @param file the name of its file
 */
record TimedKey(SigningKey key, Instant from, String file) {}
