package io.switchboard.it.framework;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.ops4j.pax.exam.CoreOptions.bundle;
import static org.ops4j.pax.exam.CoreOptions.frameworkProperty;
import static org.ops4j.pax.exam.CoreOptions.junitBundles;
import static org.ops4j.pax.exam.CoreOptions.systemPackage;
import static org.ops4j.pax.exam.CoreOptions.systemPackages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.options.UrlProvisionOption;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;

/** Every bundle of {@code lib/} and {@code system/} resolves and runs, and together they offer the hub's connectors. */
@RunWith(PaxExam.class)
public class ShippedBundlesIT {
    private static final List<String> NO_LIBRARIES =
            List.of("launcher", "io.switchboard.", "org.apache.felix.framework", "slf4j-api", "logback-");
    private static final String SLF4J = ";version=2.0.17";

    /** The hub's own list, and nothing else but what the test itself needs. */
    @Configuration
    public Option[] hub() throws IOException {
        Path home = Files.createTempDirectory("switchboard-framework");
        List<Option> options = new ArrayList<>(List.of(
                junitBundles(),
                frameworkProperty("switchboard.etc")
                        .value(system().resolveSibling("etc").toString()),
                frameworkProperty("switchboard.data").value(home.resolve("data").toString()),
                frameworkProperty("switchboard.run")
                        .value(Files.createDirectories(home.resolve("run")).toString()),
                frameworkProperty("switchboard.deploy")
                        .value(Files.createDirectories(home.resolve("deploy")).toString()),
                frameworkProperty("switchboard.demo").value("false"),
                frameworkProperty("org.osgi.service.http.port").value("0"),
                frameworkProperty("org.apache.felix.http.host").value("127.0.0.1"),
                systemPackages(
                        systemPackage("org.slf4j" + SLF4J),
                        systemPackage("org.slf4j.event" + SLF4J),
                        systemPackage("org.slf4j.helpers" + SLF4J),
                        systemPackage("org.slf4j.spi" + SLF4J))));
        for (Path jar : bundles()) {
            UrlProvisionOption provided = bundle(jar.toUri().toString());
            // As the launcher orders them: configuration before all who are configured.
            String name = jar.getFileName().toString();
            int level = name.contains("configadmin") ? 1 : name.contains("switchboard.deployer") ? 2 : 3;
            options.add(isFragment(jar) ? provided.noStart() : provided.startLevel(level));
        }
        return options.toArray(Option[]::new);
    }

    /** All bundles, in the way of bundles: of those on the class path too every import has to be shipped. */
    private static List<Path> bundles() throws IOException {
        try (Stream<Path> lib = Files.list(system().resolveSibling("lib"));
                Stream<Path> system = Files.list(system())) {
            Stream<Path> libraries = lib.filter(
                    jar -> NO_LIBRARIES.stream().noneMatch(jar.getFileName().toString()::startsWith));
            return Stream.concat(libraries, system).sorted().toList();
        }
    }

    private static Path system() {
        return Path.of(System.getProperty("hub.folder", "../assembly/target/hub"), "system")
                .toAbsolutePath()
                .normalize();
    }

    private static boolean isFragment(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.getManifest().getMainAttributes().getValue(Constants.FRAGMENT_HOST) != null;
        }
    }

    /** Waits no longer than the hub may take to start. */
    @Test
    public void allBundlesRunAndOfferTheConnectors() throws Exception {
        BundleContext context = FrameworkUtil.getBundle(ShippedBundlesIT.class).getBundleContext();
        List<String> idle = new ArrayList<>();
        for (Bundle bundle : context.getBundles()) {
            boolean fragment = bundle.getHeaders("").get(Constants.FRAGMENT_HOST) != null;
            if (bundle.getState() != (fragment ? Bundle.RESOLVED : Bundle.ACTIVE)) {
                idle.add(bundle.getSymbolicName() + " is in state " + bundle.getState());
            }
        }
        assertEquals(List.of(), idle);
        assertTrue("no way in", context.getServiceReference("io.switchboard.core.call.CallGate") != null);

        List<String> wanted = List.of("analytics", "audit", "crm", "quarantine", "security", "ticket");
        long end = System.nanoTime() + 60_000_000_000L;
        Set<String> offered = offered(context);
        while (!offered.containsAll(wanted) && System.nanoTime() < end) {
            Thread.sleep(50);
            offered = offered(context);
        }
        assertEquals(new TreeSet<>(wanted), offered);
    }

    private Set<String> offered(BundleContext context) throws ReflectiveOperationException {
        String name = "io.switchboard.core.catalogue.Catalogue";
        ServiceReference<?> reference = context.getServiceReference(name);
        Object snapshot =
                reference.getBundle().loadClass(name).getMethod("current").invoke(context.getService(reference));
        TreeSet<String> ids = new TreeSet<>();
        for (Object connector :
                (Iterable<?>) snapshot.getClass().getMethod("connectors").invoke(snapshot)) {
            ids.add((String) connector.getClass().getMethod("id").invoke(connector));
        }
        return ids;
    }
}
