package io.switchboard.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.apache.felix.framework.FrameworkFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.wiring.BundleWiring;

class ClassPathBundlesTest {
    private static final String PACKAGE = "com.github.benmanes.caffeine.cache";
    private static final String CLASS = PACKAGE + ".Caffeine";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private Framework framework = new FrameworkFactory().newFramework(Map.of());
    private Class<?> onClassPath = Object.class;
    private Bundle caffeine = framework;

    @BeforeEach
    void startTheFramework() throws Exception {
        onClassPath = Class.forName(CLASS);
        ClassPathBundles bundles = ClassPathBundles.of(List.of(jarOf(onClassPath), jarOf(Framework.class)));
        assertEquals(Set.of("classpath:" + jarOf(onClassPath).getFileName()), bundles.locations());
        HubSettings settings = HubSettings.read(folder.resolve("none"), Map.of(), Texts.ofProcess());
        framework = new FrameworkFactory()
                .newFramework(FrameworkProperties.of(new Home(folder, folder), settings, false), bundles);
        framework.start();
        caffeine = context().installBundle(bundles.locations().iterator().next());
        caffeine.start();
    }

    @AfterEach
    void stopTheFramework() throws Exception {
        framework.stop();
        framework.waitForStop(10_000);
    }

    @Test
    void theClassesAreThoseOfTheProcess() throws Exception {
        assertEquals("com.github.ben-manes.caffeine", caffeine.getSymbolicName());
        assertSame(onClassPath, caffeine.loadClass(CLASS));
        assertSame(onClassPath, install("importer", PACKAGE).loadClass(CLASS));
        // A resource, as extenders look for it.
        assertNotNull(caffeine.getEntry("META-INF/MANIFEST.MF"));
        assertNotNull(caffeine.findEntries("com/github/benmanes/caffeine/cache", "Caffeine.class", false));
    }

    /** Otherwise a bundle might work with a library that it never asked for, in whatever version the hub has. */
    @Test
    void aBundleSeesOnlyWhatItImports() throws Exception {
        Bundle stranger = install("stranger", "org.slf4j");
        ClassLoader loader = stranger.adapt(BundleWiring.class).getClassLoader();
        assertThrows(ClassNotFoundException.class, () -> stranger.loadClass(CLASS));
        assertThrows(ClassNotFoundException.class, () -> Class.forName(CLASS, false, loader));
    }

    private Bundle install(String name, String imports) throws Exception {
        Path jar = folder.resolve(name + ".jar");
        write(jar, name, imports);
        Bundle bundle = context().installBundle("reference:" + jar.toUri());
        bundle.start();
        return bundle;
    }

    private static void write(Path jar, String name, String imports) throws IOException {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Bundle-ManifestVersion", "2");
        main.putValue("Bundle-SymbolicName", name);
        main.putValue("Import-Package", imports);
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out, manifest)) {
            entries.finish();
        }
    }

    private BundleContext context() {
        return framework.getBundleContext();
    }

    private static Path jarOf(Class<?> type) throws Exception {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }
}
