package io.switchboard.deployer.internal.bundles;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What goes on serving of a file whose newest content does not run: kept in {@code data/}, so that a restart leaves it serving. Each copy is
 * there whole or not at all, whenever the process ends. Not safe for use from many threads.
 */
final class KeptContents {
    /** The folder under {@code data/}. */
    static final String FOLDER = "serving";

    private static final Logger LOG = LoggerFactory.getLogger(KeptContents.class);
    private static final String UNKNOWN = "";
    private static final String DRAFT = ".draft";

    private final Path folder;
    /** The digests of those that are there, by the name of the file. */
    private final Map<String, String> kept = new HashMap<>();

    /** Those that are tried again, and were complained of. */
    private final Set<String> unkept = new HashSet<>();

    KeptContents(Path folder) {
        this.folder = folder;
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder)) {
            for (Path file : found) {
                kept.put(file.getFileName().toString(), UNKNOWN);
            }
        } catch (IOException e) {
            LOG.error("What served before the restart cannot be found in {}: {}", folder, e.toString());
        }
        kept.keySet().stream().filter(name -> name.equals(DRAFT)).toList().forEach(this::forget);
    }

    /** Of a file, if its newest content did not run when the hub ended. */
    Optional<Path> of(String file) {
        return kept.containsKey(file) ? Optional.of(folder.resolve(file)) : Optional.empty();
    }

    void keep(String file, Content content) {
        if (content.digest().equals(kept.get(file))) {
            return;
        }
        try {
            Files.createDirectories(folder);
            Path draft = folder.resolve(DRAFT);
            Files.copy(content.whole(), draft, StandardCopyOption.REPLACE_EXISTING);
            try (FileChannel written = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                written.force(true);
            }
            Files.move(draft, folder.resolve(file), StandardCopyOption.ATOMIC_MOVE);
            kept.put(file, content.digest());
            unkept.remove(file);
        } catch (IOException e) {
            if (unkept.add(file)) {
                LOG.error(
                        "What serves of {} cannot be kept yet, so that it would not serve after a restart: {}",
                        file,
                        e.toString());
            }
        }
    }

    void forget(String file) {
        if (kept.remove(file) != null) {
            try {
                Files.deleteIfExists(folder.resolve(file));
            } catch (IOException e) {
                LOG.warn("{} stays in {}: {}", file, folder, e.toString());
            }
        }
    }

    /** Forgets the files that are not among those. */
    void retain(Set<String> files) {
        List.copyOf(kept.keySet()).stream()
                .filter(name -> !files.contains(name))
                .forEach(this::forget);
    }
}
