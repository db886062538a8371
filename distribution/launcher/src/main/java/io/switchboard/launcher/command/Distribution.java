package io.switchboard.launcher.command;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;

/** The folder of what is shipped, as it was unpacked. */
final class Distribution {
    private Distribution() {}

    /** The launcher lies in its {@code lib/}. */
    static Path folder() throws IOException {
        try {
            Path jar = Path.of(Distribution.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return jar.toAbsolutePath().resolveSibling("..").normalize();
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }
}
