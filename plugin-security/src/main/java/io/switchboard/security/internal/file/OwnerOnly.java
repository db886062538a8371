package io.switchboard.security.internal.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Writes files and folders that nobody but the hub's own account may read, from their first moment on. */
public final class OwnerOnly {
    private OwnerOnly() {}

    /** Makes a folder with its parents, where it is missing. */
    public static void folder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder, permissions("rwx------"));
        }
    }

    /** Writes a file of a folder whole and durably, in place of one of that name; a reader never sees half of it. */
    public static void write(Path folder, String name, byte[] content) throws IOException {
        folder(folder);
        Path half = Files.createTempFile(folder, ".half", "", permissions("rw-------"));
        try {
            try (FileChannel channel = FileChannel.open(half, Set.of(StandardOpenOption.WRITE))) {
                ByteBuffer rest = ByteBuffer.wrap(content);
                while (rest.hasRemaining()) {
                    channel.write(rest);
                }
                channel.force(true);
            }
            Files.move(half, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(half);
        }
    }

    // Where the file system knows no modes, the folder of the hub has to be protected by its owner.
    private static FileAttribute<?>[] permissions(String mode) {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))}
                : new FileAttribute<?>[0];
    }
}
