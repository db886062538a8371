package io.switchboard.core.internal.audit.key;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The folder of the files of keys, which lies in that of the segments. */
public record KeyFolder(Path path) {
    private static final Pattern NAME = Pattern.compile("(\\d{10})\\.keys");

    /** That of a folder of segments. */
    public static KeyFolder of(Path segments) {
        return new KeyFolder(segments.resolve("keys"));
    }

    /** Makes it where it is missing, for the owner's eyes only. */
    void create() throws IOException {
        Files.createDirectories(path);
        if (posix()) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private boolean posix() {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    Path master() {
        return path.resolve("master.key");
    }

    Path file(long number) {
        return path.resolve(String.format("%010d.keys", number));
    }

    /** The files of keys, by number. */
    NavigableMap<Long, Path> files() throws IOException {
        NavigableMap<Long, Path> found = new TreeMap<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(path, "*.keys")) {
            for (Path file : files) {
                Matcher name = NAME.matcher(file.getFileName().toString());
                if (name.matches()) {
                    found.put(Long.valueOf(name.group(1)), file);
                }
            }
        } catch (NoSuchFileException e) {
            return found;
        }
        return found;
    }

    /** Makes the coming and going of files durable. Where a folder cannot be forced, the system does it by itself. */
    void force() throws IOException {
        if (posix()) {
            try (FileChannel folder = FileChannel.open(path, StandardOpenOption.READ)) {
                folder.force(true);
            }
        }
    }
}
