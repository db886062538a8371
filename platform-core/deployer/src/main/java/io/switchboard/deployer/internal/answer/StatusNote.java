package io.switchboard.deployer.internal.answer;

import io.switchboard.deployer.BundleName;
import io.switchboard.deployer.ConnectorStanding;
import io.switchboard.deployer.Deployment;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The answer to each file: a {@code .status} file beside it. */
final class StatusNote {
    static final String SUFFIX = ".status";

    private static final Logger LOG = LoggerFactory.getLogger(StatusNote.class);

    private final Path folder;

    StatusNote(Path folder) {
        this.folder = folder;
    }

    /** False when it could not be written (no room, say) and has to be tried again. */
    boolean write(Deployment deployment) {
        try {
            // A name that nobody takes for a bundle while it is written.
            Path half = folder.resolve("." + deployment.file() + SUFFIX + ".tmp");
            Files.writeString(half, text(deployment));
            Files.move(
                    half,
                    folder.resolve(deployment.file() + SUFFIX),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            return true;
        } catch (IOException e) {
            LOG.debug("No status file for {}", deployment.file(), e);
            return false;
        }
    }

    private static String text(Deployment deployment) {
        StringBuilder text = new StringBuilder();
        line(text, "state", deployment.state().en() + " / " + deployment.state().zh());
        for (BundleName bundle : deployment.bundles()) {
            line(text, "bundle", bundle.toString());
        }
        for (String signer : deployment.signers()) {
            line(text, "signed by", signer);
            line(text, "签名者", signer);
        }
        for (ConnectorStanding connector : deployment.connectors()) {
            String reason = connector.reason().isEmpty() ? "" : " (" + connector.reason() + ")";
            line(
                    text,
                    "connector",
                    connector.name() + ", " + connector.standing().en() + reason + ": "
                            + String.join(", ", connector.operations()));
        }
        deployment.changes().forEach(change -> line(text, "changed", change));
        deployment.reason().ifPresent(reason -> {
            line(text, "reason", reason.en());
            line(text, "原因", reason.zh());
        });
        for (BundleName old : deployment.stillRunning()) {
            line(text, "still running", old.toString());
            line(text, "仍在运行", old.toString());
        }
        line(text, "at", deployment.since().truncatedTo(ChronoUnit.MILLIS).toString());
        return text.toString();
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
        try (DirectoryStream<Path> notes = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
            for (Path note : notes) {
                String name = note.getFileName().toString();
                String file = name.substring(0, name.length() - SUFFIX.length());
                if (Droppable.any(file) && !files.contains(file)) {
                    remove(file);
                }
            }
        }
    }

    private static void line(StringBuilder text, String key, String value) {
        text.append(key).append(": ").append(value).append('\n');
    }
}
