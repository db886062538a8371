package io.switchboard.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How the components of the shipped bundles are wired. */
class ComponentsIT {
    private static final Path BUNDLES = SourceTree.ROOT.resolve("distribution/assembly/target/hub/system");
    private static final Pattern REFERENCE = Pattern.compile("<reference [^>]*>");

    /**
     * A static reference has its component restart whenever another service comes that it would like to have. An endpoint is gone
     * meanwhile, and whoever asked at the start of the hub has found nothing at its address.
     */
    @Test
    void noComponentRestartsWithEachServiceThatComes() throws IOException {
        var read = new ArrayList<String>();
        var wrong = new TreeSet<String>();
        try (Stream<Path> files = Files.walk(BUNDLES)) {
            for (Path file : (Iterable<Path>) files.filter(it -> it.toString().endsWith(".jar"))::iterator) {
                for (String component : components(file)) {
                    read.add(component);
                    Matcher reference = REFERENCE.matcher(component);
                    while (reference.find()) {
                        if (isGreedy(reference.group()) && !reference.group().contains("policy=\"dynamic\"")) {
                            wrong.add(file.getFileName() + ": " + reference.group());
                        }
                    }
                }
            }
        }
        assertFalse(read.isEmpty(), () -> "no component in " + BUNDLES);
        assertEquals(List.of(), List.copyOf(wrong));
    }

    private static boolean isGreedy(String reference) {
        return reference.contains("policy-option=\"greedy\"");
    }

    private static List<String> components(Path file) throws IOException {
        var found = new ArrayList<String>();
        try (JarFile jar = new JarFile(file.toFile())) {
            for (JarEntry entry : (Iterable<JarEntry>) jar.stream()::iterator) {
                if (entry.getName().matches("OSGI-INF/io\\.switchboard\\..*\\.xml")) {
                    found.add(new String(jar.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
        return found;
    }
}
