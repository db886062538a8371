package io.switchboard.security.internal.key;

import io.switchboard.security.internal.file.OwnerOnly;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * {@code data/keys}: one PEM file per key, named by the time it was made. The last by name signs, all verify; so a new file begins a
 * new key, and an old one is removed when its tokens have ended.
 */
record KeyFolder(Path folder) {
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z.pem'").withZone(ZoneOffset.UTC);

    /** The keys, oldest first; makes the first where there is none. A file that cannot be read ends it: it is never passed over. */
    List<SigningKey> open(Instant now) throws IOException, GeneralSecurityException {
        OwnerOnly.folder(folder);
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(file -> file.getFileName().toString().endsWith(".pem"))
                    .sorted()
                    .toList();
        }
        List<SigningKey> keys = new ArrayList<>();
        for (Path file : files) {
            try {
                keys.add(SigningKey.ofPem(Files.readString(file)));
            } catch (GeneralSecurityException e) {
                throw new GeneralSecurityException(file + ": " + e.getMessage(), e);
            }
        }
        if (keys.isEmpty()) {
            SigningKey first = SigningKey.generate();
            OwnerOnly.write(folder, NAME.format(now), first.pem().getBytes(StandardCharsets.US_ASCII));
            keys.add(first);
        }
        return keys;
    }
}
