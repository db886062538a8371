package io.switchboard.deployer.internal.bundles;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is verified and run is a copy of our own, so that nobody changes it afterwards. Empty at every start. */
final class PrivateCopies {
    private static final Logger LOG = LoggerFactory.getLogger(PrivateCopies.class);
    private static final int BUFFER = 64 * 1024;

    private final Path folder;
    private long next;

    PrivateCopies(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
            try (DirectoryStream<Path> old = Files.newDirectoryStream(folder)) {
                for (Path file : old) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Leaves nothing behind when it fails, since that is where room is short. */
    Path copy(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return copy(file.getFileName().toString(), in, Long.MAX_VALUE);
        }
    }

    /** Takes at most so many bytes. */
    Path copy(String name, InputStream in, long most) throws IOException {
        Path copy = folder.resolve(next++ + "-" + name);
        try (OutputStream out = Files.newOutputStream(copy)) {
            byte[] buffer = new byte[BUFFER];
            long left = most;
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                left -= read;
                if (left < 0) {
                    throw new TooLarge();
                }
                out.write(buffer, 0, read);
            }
            return copy;
        } catch (IOException | RuntimeException | Error e) {
            drop(copy);
            throw e;
        }
    }

    /** The name of the file that a private copy was made of. */
    static String original(Path copy) {
        String name = copy.getFileName().toString();
        return name.substring(name.indexOf('-') + 1);
    }

    static void drop(Path copy) {
        try {
            Files.deleteIfExists(copy);
        } catch (IOException e) {
            // It goes at the next start.
            LOG.debug("The copy {} stays for now", copy, e);
        }
    }

    /** There is more than was to be taken. */
    static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
