package io.switchboard.deployer.internal.bundles;

import io.switchboard.deployer.internal.bundles.Outcome.State;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The answer to each jar: a {@code .status} file beside it. */
final class StatusNote {
    static final String SUFFIX = ".status";

    private static final Logger LOG = LoggerFactory.getLogger(StatusNote.class);

    private final Path folder;
    private final Clock clock;

    StatusNote(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    void write(Deployment deployment) {
        Outcome outcome = deployment.outcome();
        StringBuilder text = new StringBuilder();
        line(text, "state", outcome.state().en() + " / " + outcome.state().zh());
        @Nullable BundleJar newest = deployment.newestJar();
        if (newest != null && outcome.state() != State.REFUSED && outcome.state() != State.FAILED) {
            line(text, "bundle", newest.title());
        }
        if (!outcome.en().isEmpty()) {
            line(text, "reason", outcome.en());
            line(text, "原因", outcome.zh());
        }
        @Nullable BundleJar running = deployment.runningJar();
        if (running != null && outcome.state() != State.RUNNING && outcome.state() != State.FAULTY) {
            line(text, "still running", running.title());
            line(text, "仍在运行", running.title());
        }
        line(text, "at", clock.instant().truncatedTo(ChronoUnit.MILLIS).toString());
        try {
            // A name that nobody takes for a bundle while it is written.
            Path half = folder.resolve("." + deployment.file() + SUFFIX + ".tmp");
            Files.writeString(half, text);
            Files.move(
                    half,
                    folder.resolve(deployment.file() + SUFFIX),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.warn("No status file for {}: {}", deployment.file(), e.toString());
        }
    }

    void remove(String file) {
        try {
            Files.deleteIfExists(folder.resolve(file + SUFFIX));
        } catch (IOException e) {
            LOG.warn("The status file of {} stays: {}", file, e.toString());
        }
    }

    /** Removes the answers to files that went while no hub was running. */
    void retain(Set<String> files) throws IOException {
        try (DirectoryStream<Path> notes = Files.newDirectoryStream(folder, "*.jar" + SUFFIX)) {
            for (Path note : notes) {
                String name = note.getFileName().toString();
                String file = name.substring(0, name.length() - SUFFIX.length());
                if (!files.contains(file)) {
                    remove(file);
                }
            }
        }
    }

    private static void line(StringBuilder text, String key, String value) {
        text.append(key).append(": ").append(value).append('\n');
    }
}
