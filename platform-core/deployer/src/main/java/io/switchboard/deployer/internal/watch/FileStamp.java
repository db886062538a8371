package io.switchboard.deployer.internal.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;

/**
 * By what a changed file is told from an unchanged one.
 *
 * @param key the file's identity on its file system (another one after a rename over it), or an empty text where there is none
 */
public record FileStamp(long size, FileTime modified, String key) {

    /** Empty when there is no such regular file (any more). */
    public static Optional<FileStamp> of(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            if (!attributes.isRegularFile()) {
                return Optional.empty();
            }
            Object key = attributes.fileKey();
            return Optional.of(
                    new FileStamp(attributes.size(), attributes.lastModifiedTime(), key == null ? "" : key.toString()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
