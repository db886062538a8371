package io.switchboard.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.connect.ConnectFrameworkFactory;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.startlevel.FrameworkStartLevel;

/** The framework with its bundles: those on the class path, and those of {@code system/}. */
final class Platform {
    private final Framework framework;
    private final ClassPathBundles onClassPath;

    Platform(ConnectFrameworkFactory factory, ClassPathBundles onClassPath, Map<String, String> properties) {
        this.onClassPath = onClassPath;
        framework = factory.newFramework(properties, onClassPath);
    }

    void install(Path system) throws BundleException {
        framework.init();
        BundleContext context = framework.getBundleContext();
        context.addFrameworkListener(new FrameworkTrouble());
        // For what the deployer adds later.
        framework.adapt(FrameworkStartLevel.class).setInitialBundleStartLevel(StartLevels.EVERYTHING_ELSE);
        List<String> locations = new ArrayList<>(onClassPath.locations());
        // By reference: the framework reads the jar where it lies and copies nothing.
        jars(system).forEach(jar -> locations.add("reference:" + jar.toUri()));
        List<Bundle> bundles = new ArrayList<>();
        for (String location : locations) {
            Bundle bundle = context.installBundle(location);
            bundle.adapt(BundleStartLevel.class).setStartLevel(StartLevels.of(bundle.getSymbolicName()));
            bundles.add(bundle);
        }
        for (Bundle bundle : bundles) {
            if (bundle.getHeaders("").get(Constants.FRAGMENT_HOST) == null) {
                bundle.start(); // marks it; it runs when its start level is reached
            }
        }
    }

    /** Returns when every bundle was started, or was reported as not startable. */
    void start() throws BundleException {
        framework.start();
    }

    /** Where the hub is really to be found, which differs from the settings when those said port 0. */
    Optional<ServedAt> served() {
        try {
            for (ServiceReference<?> server : references("(" + ServedAt.CALLERS + "=*)")) {
                return ServedAt.of(server);
            }
            return Optional.empty();
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Names of the bundles that should run and do not. */
    List<String> notRunning() {
        List<String> names = new ArrayList<>();
        for (Bundle bundle : framework.getBundleContext().getBundles()) {
            if (bundle.getState() < Bundle.STARTING && bundle.getHeaders("").get(Constants.FRAGMENT_HOST) == null) {
                names.add(bundle.getSymbolicName());
            }
        }
        return names;
    }

    /** What of {@code etc/} does not count; empty: nothing. */
    String withheld() {
        return new WithheldFiles(framework.getBundleContext()).text();
    }

    /** Stops in reverse order of starting. False when that took longer than {@code patience}. */
    boolean stop(Duration patience) throws BundleException, InterruptedException {
        framework.stop();
        return framework.waitForStop(patience.toMillis()).getType() != FrameworkEvent.WAIT_TIMEDOUT;
    }

    /** Returns when the framework stopped, whoever stopped it. */
    void awaitStop() throws InterruptedException {
        framework.waitForStop(0);
    }

    private Collection<ServiceReference<?>> references(String filter) throws InvalidSyntaxException {
        ServiceReference<?>[] found = framework.getBundleContext().getServiceReferences((String) null, filter);
        return found == null ? Collections.emptyList() : List.of(found);
    }

    private static List<Path> jars(Path system) {
        List<Path> jars = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(system, "*.jar")) {
            files.forEach(jars::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Collections.sort(jars);
        return jars;
    }
}
