package io.switchboard.store.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The secret that the passwords of the database's users are derived from. Immutable. */
final class StoreKey {
    private static final int BYTES = 32;
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final byte[] key;

    private StoreKey(byte[] key) {
        this.key = key;
    }

    /**
     * Reads the key, and makes it where there is none yet; two processes that start at once get the same.
     *
     * @param used whether there is a store already, which no new key could open
     */
    static StoreKey of(Path file, boolean used) throws IOException {
        if (!Files.exists(file)) {
            if (used) {
                throw new IOException(file
                        + " is missing, and the store beside it cannot be opened without. Restore it from a backup.");
            }
            create(file);
        }
        byte[] key = Files.readAllBytes(file);
        if (key.length != BYTES) {
            throw new IOException(
                    file + " is damaged: it has to be " + BYTES + " bytes long. Restore it from a backup.");
        }
        return new StoreKey(key);
    }

    /** The same, kept elsewhere. */
    static StoreKey of(byte[] key) {
        return new StoreKey(key.clone());
    }

    private static void create(Path file) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try (FileChannel channel = FileChannel.open(fresh, Set.of(CREATE, WRITE), OWNER_ONLY);
                var lock = channel.lock()) {
            // Whoever held the lock before may have put the key in place.
            if (lock.isValid() && !Files.exists(file)) {
                byte[] key = new byte[BYTES];
                new SecureRandom().nextBytes(key);
                channel.truncate(0);
                channel.write(ByteBuffer.wrap(key));
                channel.force(true);
                Files.move(fresh, file, ATOMIC_MOVE);
            }
        }
    }

    /** The password of the bundle's user: hexadecimal digits. The empty name is the administrator's. */
    String password(String symbolicName) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(symbolicName.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", e);
        }
    }
}
