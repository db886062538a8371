package io.switchboard.bench.drive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * A bundle in many variants. Its number and its version have the same length in all of them, and so can be put into the finished
 * classes.
 */
final class ProbeJar {
    private static final String NAME = "probe000";
    private static final String VERSION = "1.0.100";

    private final Map<String, byte[]> entries = new LinkedHashMap<>();

    ProbeJar(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                entries.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
    }

    /** Below 1000. */
    static String name(int number) {
        return String.format(Locale.ROOT, "probe%03d", number);
    }

    /** From 0 to 899. */
    static String version(int version) {
        return "1.0." + (100 + version);
    }

    static String path(int number) {
        return "/api/" + name(number) + "/v1/version";
    }

    Path write(Path file, int number, int version) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                String text = new String(entry.getValue(), StandardCharsets.ISO_8859_1)
                        .replace(NAME, name(number))
                        .replace(VERSION, version(version));
                zip.write(text.getBytes(StandardCharsets.ISO_8859_1));
            }
        }
        try (OutputStream out = Files.newOutputStream(file)) {
            bytes.writeTo(out);
        }
        return file;
    }
}
