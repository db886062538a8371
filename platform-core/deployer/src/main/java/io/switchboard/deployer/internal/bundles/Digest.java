package io.switchboard.deployer.internal.bundles;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Tells one content from another by the checksums of what is in it. Not safe for use from many threads. */
final class Digest {
    private final MessageDigest digest;

    Digest() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    void add(String name, long checksum) {
        digest.update((name + '\n' + checksum + '\n').getBytes(StandardCharsets.UTF_8));
    }

    /** Ends it. */
    String text() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
