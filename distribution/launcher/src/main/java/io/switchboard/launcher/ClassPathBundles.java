package io.switchboard.launcher;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.connect.ConnectModule;
import org.osgi.framework.connect.ModuleConnector;

/**
 * The bundles on the class path of the process. The framework wires them like any others, and takes their classes from there
 * instead of loading them: an archive of classes holds those, and they need no class loader each.
 */
final class ClassPathBundles implements ModuleConnector {
    /** The framework itself, and what it offers by its system bundle. */
    private static final Set<String> OF_THE_FRAMEWORK =
            Set.of("org.apache.felix.framework", "slf4j.api", "ch.qos.logback.classic", "ch.qos.logback.core");

    private static final String OURS = "io.switchboard.";

    private final Map<String, ClassPathBundle> bundles;

    private ClassPathBundles(Map<String, ClassPathBundle> bundles) {
        this.bundles = bundles;
    }

    /** @param jars of the class path; those that are no bundles are left out, and those of ours, which are installed as any bundle */
    static ClassPathBundles of(List<Path> jars) {
        Map<String, ClassPathBundle> bundles = new LinkedHashMap<>();
        try {
            for (Path jar : jars) {
                ClassPathBundle bundle = ClassPathBundle.open(jar);
                String name = bundle.symbolicName();
                if (!name.isEmpty() && !OF_THE_FRAMEWORK.contains(name) && !name.startsWith(OURS)) {
                    bundles.put("classpath:" + jar.getFileName(), bundle);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ClassPathBundles(bundles);
    }

    /** What to install, in the order of the class path. */
    Set<String> locations() {
        return bundles.keySet();
    }

    @Override
    public Optional<ConnectModule> connect(String location) {
        return Optional.ofNullable(bundles.get(location));
    }

    @Override
    public void initialize(File storage, Map<String, String> configuration) {
        // Nothing is kept from one start to the next.
    }

    @Override
    public Optional<BundleActivator> newBundleActivator() {
        return Optional.empty();
    }
}
