package io.switchboard.core.internal.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A small file beside the segments that says what must be in them, so that a cut at either end shows. Immutable.
 *
 * @param first the oldest segment kept
 * @param segment the segment in which it ends
 * @param records how many records were ever written
 * @param chain the chain's value behind the last line
 */
record AuditHead(long first, long segment, long records, String chain) {
    private static final String NAME = "head";
    private static final Pattern TEXT =
            Pattern.compile("first=(\\d{1,18}) segment=(\\d{1,18}) records=(\\d{1,18}) chain=([0-9a-f]{64})\n");

    /** Replaces the file. */
    void write(Path folder) throws IOException {
        Path fresh = folder.resolve("new-" + NAME);
        Files.writeString(
                fresh, "first=" + first + " segment=" + segment + " records=" + records + " chain=" + chain + "\n");
        Files.move(fresh, folder.resolve(NAME), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Puts the file aside, for the verifier to find, because the segments do not hold what it says. */
    void keepAside(Path folder) throws IOException {
        Files.move(folder.resolve(NAME), folder.resolve(NAME + "-" + records), StandardCopyOption.REPLACE_EXISTING);
    }

    /** What the file says; empty where there is none that can be read. */
    static Optional<AuditHead> read(Path folder) throws IOException {
        try {
            return parse(Files.readString(folder.resolve(NAME)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** What the file says, and those that were put aside. */
    static List<AuditHead> readAll(Path folder) throws IOException {
        List<AuditHead> heads = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, NAME + "{,-*}")) {
            for (Path file : files) {
                parse(Files.readString(file)).ifPresent(heads::add);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return heads;
    }

    private static Optional<AuditHead> parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        return matcher.matches()
                ? Optional.of(new AuditHead(
                        Long.parseLong(matcher.group(1)),
                        Long.parseLong(matcher.group(2)),
                        Long.parseLong(matcher.group(3)),
                        matcher.group(4)))
                : Optional.empty();
    }
}
