package io.switchboard.core.internal.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.switchboard.core.contract.Contract;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The accepted contracts on disk: {@code loyalty.v1.contract} has the last one, and {@code loyalty.v1.earlier} the digests of those before,
 * the latest first. Each file is there whole or not at all, whenever the process ends.
 */
final class ContractFolder {
    /** How far back a deployment can be taken without being asked. */
    private static final int MOST_EARLIER = 20;

    private static final String DRAFT = ".new";

    private static final Logger LOG = LoggerFactory.getLogger(ContractFolder.class);

    private final Path folder;

    ContractFolder(Path folder) {
        this.folder = folder;
        if (Files.isDirectory(folder)) {
            removeDrafts();
        }
    }

    /** Those of a process that ended in the middle. */
    private void removeDrafts() {
        try (DirectoryStream<Path> drafts = Files.newDirectoryStream(folder, "*" + DRAFT)) {
            for (Path draft : drafts) {
                Files.delete(draft);
            }
        } catch (IOException | DirectoryIteratorException e) {
            LOG.warn("Drafts of contracts stay in {}: {}", folder, e.toString());
        }
    }

    Path file(String name) {
        return folder.resolve(name + ".contract");
    }

    private Path earlierFile(String name) {
        return folder.resolve(name + ".earlier");
    }

    /** The text of the last accepted contract of a name; empty where there is none. */
    Optional<String> last(String name) throws IOException {
        return read(file(name));
    }

    /** The digests of those accepted before. */
    List<String> earlier(String name) throws IOException {
        return read(earlierFile(name)).map(text -> text.lines().toList()).orElse(List.of());
    }

    private static Optional<String> read(Path file) throws IOException {
        try {
            return Optional.of(Files.readString(file));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** Keeps a contract as the last one. What it takes the place of is noted first: ending in between, it is noted and still the last. */
    void keep(Contract contract, Optional<Contract> before) throws IOException {
        Files.createDirectories(folder);
        if (before.isPresent()) {
            List<String> digests = new ArrayList<>(earlier(contract.name()));
            digests.remove(before.get().digest());
            digests.add(0, before.get().digest());
            List<String> kept = digests.subList(0, Math.min(MOST_EARLIER, digests.size()));
            replace(earlierFile(contract.name()), String.join("\n", kept) + "\n");
        }
        replace(file(contract.name()), contract.text());
    }

    private void replace(Path file, String text) throws IOException {
        Path draft = Files.createTempFile(folder, file.getFileName().toString(), DRAFT);
        try {
            try (FileChannel out = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(UTF_8));
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
                out.force(true);
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
