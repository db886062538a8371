package io.switchboard.core.internal.once;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Set;

/** A file of 32 random bytes that only its owner may read; made where it is missing. */
public final class KeyFile {
    private static final int LENGTH = 32;
    private static final Set<PosixFilePermission> OWNER_ONLY =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private KeyFile() {}

    /**
     * The key of the file. Of several that make it at the same time, one does, and all read that one's.
     *
     * @throws IOException when the file cannot be read or made, is damaged, or is open to others than its owner
     */
    public static byte[] read(Path file) throws IOException {
        try {
            return existing(file);
        } catch (NoSuchFileException e) {
            create(file);
            return existing(file);
        }
    }

    private static byte[] existing(Path file) throws IOException {
        // One more than is right, so that a longer file is noticed and a huge one not read.
        byte[] key;
        try (var in = Files.newInputStream(file)) {
            key = in.readNBytes(LENGTH + 1);
        }
        if (key.length != LENGTH) {
            throw new IOException(file + " is damaged: a key has " + LENGTH + " bytes");
        }
        if (posix(file) && !OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file))) {
            throw new IOException(file + " is open to others: only its owner may read it (chmod 600)");
        }
        return key;
    }

    private static void create(Path file) throws IOException {
        Path directory = file.resolveSibling(".").toAbsolutePath().normalize();
        FileAttribute<?>[] attributes = posix(directory)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
                : new FileAttribute<?>[0];
        byte[] key = new byte[LENGTH];
        new SecureRandom().nextBytes(key);
        Path draft = Files.createTempFile(directory, file.getFileName().toString(), ".new", attributes);
        try {
            try (FileChannel out = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(key);
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
                out.force(true);
            }
            publish(draft, file);
        } finally {
            Files.deleteIfExists(draft);
        }
        if (posix(directory)) {
            // What is encrypted may outlive a power cut; so must the name of its key.
            try (FileChannel names = FileChannel.open(directory, StandardOpenOption.READ)) {
                names.force(true);
            }
        }
    }

    private static void publish(Path draft, Path file) throws IOException {
        try {
            // Unlike a move, a link never replaces a key that somebody else has just made.
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException e) {
            return;
        } catch (UnsupportedOperationException e) {
            Files.move(draft, file);
        }
    }

    private static boolean posix(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
