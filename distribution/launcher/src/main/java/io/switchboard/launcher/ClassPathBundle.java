package io.switchboard.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.osgi.framework.connect.ConnectContent;
import org.osgi.framework.connect.ConnectModule;

/** One jar of the class path, as the framework asks for it. */
final class ClassPathBundle implements ConnectModule, ConnectContent {
    private final JarFile jar;
    private final Map<String, String> headers;

    private ClassPathBundle(JarFile jar, Map<String, String> headers) {
        this.jar = jar;
        this.headers = headers;
    }

    static ClassPathBundle open(Path file) throws IOException {
        JarFile jar = new JarFile(file.toFile(), false, JarFile.OPEN_READ, JarFile.runtimeVersion());
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        Manifest manifest = jar.getManifest();
        if (manifest != null) {
            manifest.getMainAttributes().forEach((name, value) -> headers.put(name.toString(), value.toString()));
        }
        return new ClassPathBundle(jar, headers);
    }

    /** Empty for a jar that is no bundle. */
    String symbolicName() {
        String header = headers.getOrDefault("Bundle-SymbolicName", "");
        int directives = header.indexOf(';');
        return (directives < 0 ? header : header.substring(0, directives)).strip();
    }

    @Override
    public ConnectContent getContent() {
        return this;
    }

    @Override
    public Optional<Map<String, String>> getHeaders() {
        return Optional.of(headers);
    }

    @Override
    public Iterable<String> getEntries() {
        List<String> names = jar.stream().map(ZipEntry::getName).toList();
        return names;
    }

    @Override
    public Optional<ConnectEntry> getEntry(String path) {
        return Optional.ofNullable(jar.getJarEntry(path)).map(entry -> new Entry(jar, entry));
    }

    @Override
    public Optional<ClassLoader> getClassLoader() {
        return Optional.of(ClassPathBundle.class.getClassLoader());
    }

    @Override
    public void open() {
        // Open for as long as the process, which has it open for its classes.
    }

    @Override
    public void close() {
        // As above.
    }

    private record Entry(JarFile jar, JarEntry entry) implements ConnectEntry {
        @Override
        public String getName() {
            return entry.getName();
        }

        @Override
        public long getContentLength() {
            return entry.getSize();
        }

        @Override
        public long getLastModified() {
            return entry.getTime();
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return jar.getInputStream(entry);
        }
    }
}
