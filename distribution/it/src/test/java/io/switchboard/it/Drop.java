package io.switchboard.it;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Enumeration;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Files in a hub's deploy folder, put there by a rename as a tool would, and what the hub says of them. */
final class Drop {
    private Drop() {}

    /** Where to write what is then to be finished. */
    static Path half(HubProcess hub, String file) {
        return hub.home().resolve("deploy").resolve("." + file + ".tmp");
    }

    static Path finish(HubProcess hub, String file, Path half) throws IOException {
        return Files.move(
                half,
                hub.home().resolve("deploy").resolve(file),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    /** One of the bundles that the hub has itself, as another version. */
    static Path own(HubProcess hub, String file, String symbolicName, String version) throws IOException {
        Path half = half(hub, file);
        try (DirectoryStream<Path> found =
                        Files.newDirectoryStream(HubProcess.folder().resolve("system"), symbolicName + "-[0-9]*.jar");
                JarFile jar = new JarFile(found.iterator().next().toFile())) {
            Manifest manifest = jar.getManifest();
            manifest.getMainAttributes().putValue("Bundle-Version", version);
            copy(jar, manifest, half);
        }
        return finish(hub, file, half);
    }

    private static void copy(JarFile jar, Manifest manifest, Path target) throws IOException {
        try (OutputStream file = Files.newOutputStream(target);
                JarOutputStream out = new JarOutputStream(file, manifest)) {
            for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
                JarEntry entry = entries.nextElement();
                if (entry.getName().equals(JarFile.MANIFEST_NAME)) {
                    continue;
                }
                out.putNextEntry(new JarEntry(entry.getName()));
                try (InputStream in = jar.getInputStream(entry)) {
                    in.transferTo(out);
                }
            }
        }
    }

    /** A bundle that is nothing but its headers. */
    static Path headers(HubProcess hub, String file, String symbolicName, Map<String, String> headers)
            throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().putValue("Manifest-Version", "1.0");
        manifest.getMainAttributes().putValue("Bundle-ManifestVersion", "2");
        manifest.getMainAttributes().putValue("Bundle-SymbolicName", symbolicName);
        headers.forEach(manifest.getMainAttributes()::putValue);
        Path half = half(hub, file);
        try (OutputStream out = Files.newOutputStream(half)) {
            new JarOutputStream(out, manifest).close();
        }
        return finish(hub, file, half);
    }

    /** What the hub says of a file; nothing where it says nothing (yet). */
    static String status(HubProcess hub, String file) throws IOException {
        Path status = hub.home().resolve("deploy").resolve(file + ".status");
        return Files.exists(status) ? Files.readString(status) : "";
    }

    /** Waits until the hub says all of that of a file. */
    static String awaitStatus(HubProcess hub, String file, String... lines) {
        String[] last = {""};
        try {
            Await.until(file + " is answered for", () -> {
                last[0] = status(hub, file);
                for (String line : lines) {
                    if (!("\n" + last[0]).contains("\n" + line)) {
                        return false;
                    }
                }
                return true;
            });
        } catch (AssertionError e) {
            throw new AssertionError(String.join(" + ", lines) + " is not said, but\n" + last[0], e);
        }
        return last[0];
    }
}
