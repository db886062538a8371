package io.switchboard.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * The folders of one hub. {@code distribution} is what was unpacked and is only read; the rest belongs to this hub alone,
 * so several hubs on one machine share a distribution.
 */
record Home(Path distribution, Path root) {

    Path system() {
        return distribution.resolve("system");
    }

    Path etc() {
        return root.resolve("etc");
    }

    Path data() {
        return root.resolve("data");
    }

    Path deploy() {
        return root.resolve("deploy");
    }

    Path logs() {
        return root.resolve("logs");
    }

    Path run() {
        return root.resolve("run");
    }

    /** Where the framework keeps its bundles while it runs. */
    Path framework() {
        return run().resolve("framework");
    }

    /** Makes the folders that are missing; a hub without configuration gets a copy of what the distribution ships. */
    void prepare() {
        try {
            Files.createDirectories(root);
            for (Path folder : new Path[] {data(), run()}) {
                Files.createDirectories(folder);
                onlyForOwner(folder);
            }
            Files.createDirectories(deploy());
            Files.createDirectories(logs());
            if (!Files.exists(etc())) {
                copyConfiguration();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the framework kept is of no use to the next run, which would have to clear it away before it can start. */
    void forgetFramework() {
        try (Stream<Path> files = Files.walk(framework())) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException | UncheckedIOException e) {
            // What is left the framework clears away itself.
        }
    }

    private void copyConfiguration() throws IOException {
        // Under another name first: a copy that was cut off must not pass for a configuration.
        Path half = Files.createTempDirectory(root, "etc");
        try (DirectoryStream<Path> shipped = Files.newDirectoryStream(distribution.resolve("etc"))) {
            for (Path file : shipped) {
                Files.copy(file, half.resolve(file.getFileName()));
            }
        }
        if (Files.getFileAttributeView(half, PosixFileAttributeView.class) != null) {
            Files.setPosixFilePermissions(half, PosixFilePermissions.fromString("rwxr-x---"));
        }
        Files.move(half, etc());
    }

    // data/ holds customers, run/ holds first credentials.
    private static void onlyForOwner(Path folder) throws IOException {
        if (Files.getFileAttributeView(folder, PosixFileAttributeView.class) != null) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }
}
