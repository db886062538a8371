package io.switchboard.store.internal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.h2.store.fs.FilePathWrapper;

/**
 * H2's way to the file system, with files that an interrupted thread does not close.
 *
 * <p>The hub interrupts the threads of overdue calls. With H2's own default that closes the channel of the whole database;
 * {@code retry:} loses its file lock on the way, {@code nioMapped:} fails as the default does. {@code async:} holds, but its threads are
 * started by whoever writes, and would hold on to the class loaders of bundles that have gone.
 */
public final class UninterruptedPath extends FilePathWrapper {
    static final String SCHEME = "uninterrupted";

    /** For H2, which makes one for each path by reflection. */
    public UninterruptedPath() {}

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        Path file = Path.of(unwrap().toString());
        if (!mode.equals("r")) {
            createPrivate(file);
        }
        return new UninterruptedFile(file, mode);
    }

    /** Customers' data stand in these files. */
    private static void createPrivate(Path file) throws IOException {
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } catch (FileAlreadyExistsException e) {
            return;
        }
    }
}
