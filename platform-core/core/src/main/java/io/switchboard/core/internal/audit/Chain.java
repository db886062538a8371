package io.switchboard.core.internal.audit;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The running hash over the hashes of all payloads: each value is SHA-256 (value before, SHA-256 (payload)). Only hashes go into it,
 * so it can be followed even where a payload has become unreadable. For one thread.
 */
final class Chain {
    /** Before the first payload. */
    static final String START = "0".repeat(64);

    private static final int SIZE = 32;

    private final MessageDigest sha256;
    /** The value, and behind it the hash of the payload that is being added. */
    private final byte[] state = new byte[2 * SIZE];

    private Chain(MessageDigest sha256) {
        this.sha256 = sha256;
    }

    /** Continues a value, 64 hexadecimal digits. */
    static Chain from(String value) {
        try {
            Chain chain = new Chain(MessageDigest.getInstance("SHA-256"));
            chain.restore(value);
            return chain;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    void restore(String value) {
        System.arraycopy(HexFormat.of().parseHex(value), 0, state, 0, SIZE);
    }

    void add(byte[] bytes, int from, int to) {
        try {
            sha256.update(bytes, from, to - from);
            sha256.digest(state, SIZE, SIZE);
            sha256.update(state, 0, 2 * SIZE);
            sha256.digest(state, 0, SIZE);
        } catch (DigestException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The value as hexadecimal digits. */
    String value() {
        return HexFormat.of().formatHex(state, 0, SIZE);
    }

    void writeTo(LineBuffer out) {
        out.hex(state, SIZE);
    }
}
