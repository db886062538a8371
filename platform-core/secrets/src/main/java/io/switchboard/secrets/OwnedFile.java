package io.switchboard.secrets;

import io.switchboard.secrets.SecretFault.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Files that nobody but their owner may read, from their first moment on; read and written whole. Where the file system knows no modes, the
 * folder has to be protected by its owner. Safe for use from many threads and processes.
 */
public final class OwnedFile {
    private static final Set<PosixFilePermission> OWNER =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private OwnedFile() {}

    /** Makes a folder with its parents, where it is missing, for its owner alone. */
    public static void folder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder, mode(folder, "rwx------"));
        }
    }

    /**
     * The bytes of a file; of one longer than {@code most} the first {@code most + 1}.
     *
     * @throws SecretFault when others than its owner may read it
     * @throws NoSuchFileException when it is not there
     */
    public static byte[] read(Path file, int most) throws IOException {
        byte[] content;
        try (var in = Files.newInputStream(file)) {
            content = in.readNBytes(most + 1);
        }
        if (posix(file) && !OWNER.containsAll(Files.getPosixFilePermissions(file))) {
            throw new SecretFault(
                    Reason.OPEN_TO_OTHERS,
                    file.toString(),
                    file + " is open to others: only its owner may read it (chmod 600)");
        }
        return content;
    }

    /** Puts a file in place of the one before, whole and durably: a reader never sees half of it. */
    public static void replace(Path file, byte[] content) throws IOException {
        Path half = half(file, content);
        try {
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(half);
        }
        settle(file);
    }

    /** Makes a file; one that somebody else has made meanwhile stays. */
    static void create(Path file, byte[] content) throws IOException {
        Path half = half(file, content);
        try {
            // Unlike a move, a link never replaces what is there.
            Files.createLink(file, half);
        } catch (FileAlreadyExistsException e) {
            return;
        } catch (UnsupportedOperationException e) {
            Files.move(half, file);
        } finally {
            Files.deleteIfExists(half);
        }
        settle(file);
    }

    /** For locking: a file of no content. */
    static FileChannel open(Path file) throws IOException {
        Set<StandardOpenOption> how = Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        return FileChannel.open(file, how, mode(file, "rw-------"));
    }

    private static Path half(Path file, byte[] content) throws IOException {
        Path folder = folderOf(file);
        Path half = Files.createTempFile(folder, "." + file.getFileName(), ".new", mode(folder, "rw-------"));
        try (FileChannel channel = FileChannel.open(half, StandardOpenOption.WRITE)) {
            ByteBuffer rest = ByteBuffer.wrap(content);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        } catch (IOException e) {
            Files.deleteIfExists(half);
            throw e;
        }
        return half;
    }

    // The name has to outlive a power cut too.
    private static void settle(Path file) throws IOException {
        if (posix(file)) {
            try (FileChannel names = FileChannel.open(folderOf(file), StandardOpenOption.READ)) {
                names.force(true);
            }
        }
    }

    private static Path folderOf(Path file) {
        return file.resolveSibling(".").toAbsolutePath().normalize();
    }

    private static FileAttribute<?>[] mode(Path file, String mode) {
        return posix(file)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))}
                : new FileAttribute<?>[0];
    }

    private static boolean posix(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
