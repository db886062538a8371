package io.switchboard.secrets;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.switchboard.secrets.SecretFault.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The secrets of one hub, encrypted on the disk. Every call reads the file as it is then; a reader never sees half a change, and several
 * processes may write at once. Safe for use from many threads.
 */
public final class SecretStore {
    /** The most bytes, in UTF-8, that a value may have. */
    public static final int MAX_VALUE_BYTES = 65_536;

    private static final int MOST = 1_000;
    private static final int MOST_BYTES = 128 << 20;
    private static final String HEAD = "switchboard-secrets 1";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

    private final Path folder;
    private final Path file;
    private final Path keyFile;
    private final InstantSource clock;

    /** The store below a hub's folder {@code data}; makes nothing yet. */
    public SecretStore(Path data, InstantSource clock) {
        this.folder = data.resolve("secrets");
        this.file = folder.resolve("secrets");
        this.keyFile = folder.resolve("key");
        this.clock = clock;
    }

    /**
     * One secret without its value. Immutable.
     *
     * @param name by which configurations refer to it
     * @param changed when it was last set
     */
    public record Listed(String name, Instant changed) {}

    /** Whether that may be the name of a secret: 1 to 100 ASCII letters, digits, dots, hyphens and underscores, a letter or digit first. */
    public static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /** The folder that all of it is in. */
    public Path folder() {
        return folder;
    }

    /** The file that is replaced when a secret changes. */
    public Path file() {
        return file;
    }

    /** The file that all values are sealed by. */
    public Path keyFile() {
        return keyFile;
    }

    /** Makes the folder where it is missing. */
    public void prepare() throws IOException {
        OwnedFile.folder(folder);
    }

    /** The value of a secret; empty where there is none of that name. */
    public Optional<String> value(String name) throws IOException {
        SealedLine line = lines().get(name);
        if (line == null) {
            return Optional.empty();
        }
        return Optional.of(line.open(seal())
                .orElseThrow(() -> new SecretFault(
                        Reason.DAMAGED,
                        name,
                        "the secret " + name
                                + " cannot be opened: it was changed on the disk, or sealed by another key;"
                                + " set it again")));
    }

    /** All secrets, by name. */
    public List<Listed> list() throws IOException {
        return lines().values().stream()
                .map(line -> new Listed(line.name(), line.changed()))
                .toList();
    }

    /** Sets a secret, in place of one of that name. */
    public void set(String name, String value) throws IOException {
        if (!isName(name)) {
            throw SecretFault.name(name);
        }
        if (value.isEmpty() || value.getBytes(UTF_8).length > MAX_VALUE_BYTES) {
            throw new SecretFault(Reason.VALUE, name, "a value has 1 to " + MAX_VALUE_BYTES + " bytes of UTF-8");
        }
        prepare();
        try (WriteLock lock = lock()) {
            SortedMap<String, SealedLine> lines = lines();
            if (lines.isEmpty()) {
                OwnedFile.create(keyFile, SecretSeal.newKey());
            }
            if (lines.size() >= MOST && !lines.containsKey(name)) {
                throw new SecretFault(Reason.FULL, name, "there are " + MOST + " secrets already");
            }
            Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            lines.put(name, SealedLine.of(name, now, value, seal()));
            write(lock, lines);
        }
    }

    /** Removes a secret; false where there was none. */
    public boolean remove(String name) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (WriteLock lock = lock()) {
            SortedMap<String, SealedLine> lines = lines();
            if (lines.remove(name) == null) {
                return false;
            }
            write(lock, lines);
            return true;
        }
    }

    private WriteLock lock() throws IOException {
        return WriteLock.take(folder.resolve("lock"));
    }

    private SortedMap<String, SealedLine> lines() throws IOException {
        SortedMap<String, SealedLine> lines = new TreeMap<>();
        byte[] content;
        try {
            content = OwnedFile.read(file, MOST_BYTES);
        } catch (NoSuchFileException e) {
            return lines;
        }
        List<String> text = new String(content, UTF_8).lines().toList();
        if (content.length > MOST_BYTES || text.isEmpty() || !text.get(0).equals(HEAD)) {
            throw damaged();
        }
        for (String each : text.subList(1, text.size())) {
            SealedLine line = SealedLine.parse(each).orElseThrow(this::damaged);
            if (lines.put(line.name(), line) != null) {
                throw damaged();
            }
        }
        return lines;
    }

    private void write(WriteLock lock, SortedMap<String, SealedLine> lines) throws IOException {
        lock.requireHeld();
        StringBuilder text = new StringBuilder(HEAD).append('\n');
        lines.values().forEach(line -> text.append(line.text()));
        OwnedFile.replace(file, text.toString().getBytes(UTF_8));
    }

    private SecretSeal seal() throws IOException {
        byte[] key;
        try {
            key = OwnedFile.read(keyFile, SecretSeal.KEY_BYTES);
        } catch (NoSuchFileException e) {
            throw new SecretFault(
                    Reason.NO_KEY,
                    keyFile.toString(),
                    keyFile + " is missing, and the secrets cannot be opened without it; restore it from a backup, or"
                            + " remove " + file + " and set all secrets again");
        }
        if (key.length != SecretSeal.KEY_BYTES) {
            throw new SecretFault(
                    Reason.DAMAGED,
                    keyFile.toString(),
                    keyFile + " is damaged: a key has " + SecretSeal.KEY_BYTES + " bytes; restore it from a backup");
        }
        return new SecretSeal(key);
    }

    private SecretFault damaged() {
        return new SecretFault(
                Reason.DAMAGED,
                file.toString(),
                file + " is damaged; restore it from a backup, or remove it and set all" + " secrets again");
    }
}
