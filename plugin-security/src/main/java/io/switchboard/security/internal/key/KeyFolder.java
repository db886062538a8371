package io.switchboard.security.internal.key;

import io.switchboard.security.internal.file.OwnerOnly;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * {@code data/keys}: one PEM file per key, whose name begins with the time from which on it signs. What stands in the folder is all that a
 * hub, another node on the same folder and a restarted hub know of the keys.
 */
record KeyFolder(Path folder) {
    private static final String FORM = "uuuuMMdd'T'HHmmss'Z'";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern(FORM).withZone(ZoneOffset.UTC);
    private static final int TIME_LENGTH = 16;
    private static final int TAG_LENGTH = 8;

    /** The names of the key files, in the order in which they sign. */
    List<String> names() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".pem"))
                    .sorted()
                    .toList();
        }
    }

    /** The keys of files. One that cannot be read ends it: it is never passed over. */
    List<TimedKey> read(List<String> names) throws IOException, GeneralSecurityException {
        List<TimedKey> keys = new ArrayList<>();
        for (String name : names) {
            Path file = folder.resolve(name);
            try {
                keys.add(new TimedKey(SigningKey.ofPem(Files.readString(file)), from(name), name));
            } catch (GeneralSecurityException e) {
                throw new GeneralSecurityException(file + ": " + e.getMessage(), e);
            }
        }
        return keys;
    }

    /** Makes a key that signs from a time on. */
    TimedKey make(Instant from) throws IOException, GeneralSecurityException {
        SigningKey key = SigningKey.generate();
        // By its id too, so that two nodes never write over each other's.
        String name = TIME.format(from) + "-" + key.id().substring(0, TAG_LENGTH) + ".pem";
        OwnerOnly.write(folder, name, key.pem().getBytes(StandardCharsets.US_ASCII));
        return new TimedKey(key, from(name), name);
    }

    void delete(TimedKey key) throws IOException {
        Files.deleteIfExists(folder.resolve(key.file()));
    }

    private static Instant from(String name) throws GeneralSecurityException {
        try {
            return TIME.parse(name.substring(0, Math.min(name.length(), TIME_LENGTH)), Instant::from);
        } catch (DateTimeException e) {
            throw new GeneralSecurityException(
                    "the name has to begin with the time from which on the key signs, like 20270131T120000Z", e);
        }
    }
}
