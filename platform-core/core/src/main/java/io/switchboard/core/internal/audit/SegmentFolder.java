package io.switchboard.core.internal.audit;

import io.switchboard.core.audit.AuditPosition;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The folder of one node's segments. The files are the truth; nothing of it is kept in memory. */
record SegmentFolder(Path path) {
    private static final Pattern NAME = Pattern.compile("(\\d{10})\\.audit");

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

    Path file(long segment) {
        return path.resolve(name(segment));
    }

    private static String name(long segment) {
        return String.format("%010d.audit", segment);
    }

    /** What was cut off a segment. */
    Path torn(long segment, long offset) {
        return path.resolve(String.format("%010d-%d.torn", segment, offset));
    }

    /** The segments there are, by number. */
    NavigableMap<Long, Path> segments() throws IOException {
        NavigableMap<Long, Path> found = new TreeMap<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(path, "*.audit")) {
            for (Path file : files) {
                Matcher name = NAME.matcher(file.getFileName().toString());
                if (name.matches()) {
                    found.put(Long.valueOf(name.group(1)), file);
                }
            }
        }
        return found;
    }

    /** Before the oldest segment in which a call that began at a time, or later, can have its record. */
    AuditPosition since(Instant time) throws IOException {
        for (Map.Entry<Long, Path> segment : segments().descendingMap().entrySet()) {
            Optional<SegmentHeader> header = SegmentHeader.of(segment.getValue());
            if (header.isPresent() && !header.get().opened().isAfter(time)) {
                return new AuditPosition(segment.getKey(), 0);
            }
        }
        return AuditPosition.START;
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
