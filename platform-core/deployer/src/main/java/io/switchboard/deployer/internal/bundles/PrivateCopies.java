package io.switchboard.deployer.internal.bundles;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is verified and run is a copy of our own, so that nobody changes it afterwards. Empty at every start. */
final class PrivateCopies {
    private static final Logger LOG = LoggerFactory.getLogger(PrivateCopies.class);

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

    Path copy(Path file) throws IOException {
        return Files.copy(file, folder.resolve(next++ + "-" + file.getFileName()));
    }

    static void drop(Path copy) {
        try {
            Files.deleteIfExists(copy);
        } catch (IOException e) {
            // It goes at the next start.
            LOG.debug("The copy {} stays for now", copy, e);
        }
    }
}
