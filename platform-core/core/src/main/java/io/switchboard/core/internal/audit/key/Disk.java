package io.switchboard.core.internal.audit.key;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.OpenOption;
import java.nio.file.Path;

/** Opens the files that the audit writes; apart, so that a disk can fail in a test. */
@FunctionalInterface
public interface Disk {
    /** Opens a file as {@link FileChannel#open(Path, OpenOption...)} does. */
    FileChannel open(Path file, OpenOption... options) throws IOException;
}
