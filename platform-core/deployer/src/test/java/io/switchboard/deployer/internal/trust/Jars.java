package io.switchboard.deployer.internal.trust;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore.PrivateKeyEntry;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import jdk.security.jarsigner.JarSigner;

/** Jars that are built, signed and tampered with. */
final class Jars {
    static final String CLASS = "loyalty/Loyalty.class";

    private Jars() {}

    /** A small bundle, with a nested jar and a class for newer Javas. */
    static Path build(Path file) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("META-INF/MANIFEST.MF", bytes("""
                Manifest-Version: 1.0
                Bundle-ManifestVersion: 2
                Bundle-SymbolicName: loyalty
                Bundle-Version: 1.0.0
                Bundle-ClassPath: .,lib/points.jar
                Multi-Release: true

                """));
        entries.put("loyalty/", new byte[0]);
        entries.put(CLASS, bytes("class"));
        entries.put("META-INF/versions/17/" + CLASS, bytes("newer class"));
        entries.put("META-INF/services/loyalty.Points", bytes("loyalty.Loyalty"));
        entries.put("lib/points.jar", bytes("nested"));
        write(file, entries);
        return file;
    }

    static Path signed(Path file, PrivateKeyEntry signer) throws IOException {
        return sign(build(file), signer, "SHA-256");
    }

    static Path sign(Path file, PrivateKeyEntry signer, String digest) throws IOException {
        Path result = file.resolveSibling("signed-" + file.getFileName());
        try (ZipFile in = new ZipFile(file.toFile());
                OutputStream out = Files.newOutputStream(result)) {
            // Another name for each, so that one jar can have several.
            String name = "S" + Math.abs(signer.getCertificate().hashCode() % 1_000_000);
            new JarSigner.Builder(signer)
                    .digestAlgorithm(digest)
                    .signerName(name)
                    .build()
                    .sign(in, out);
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalArgumentException(e);
        }
        return result;
    }

    /** Writes the jar anew with other entries. */
    static Path tamper(Path file, Consumer<Map<String, byte[]>> change) throws IOException {
        Map<String, byte[]> entries = read(file);
        change.accept(entries);
        write(file, entries);
        return file;
    }

    static Map<String, byte[]> read(Path file) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                entries.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        return entries;
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static void write(Path file, Map<String, byte[]> entries) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
    }
}
