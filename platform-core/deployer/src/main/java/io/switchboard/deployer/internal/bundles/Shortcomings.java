package io.switchboard.deployer.internal.bundles;

import java.util.ArrayList;
import java.util.List;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks core's catalogue which connectors of a bundle are not offered, and why. By reflection: this bundle runs before all others and
 * whether or not there is a core, so it is wired to nothing of it.
 */
final class Shortcomings {
    private static final Logger LOG = LoggerFactory.getLogger(Shortcomings.class);
    private static final String CATALOGUE = "io.switchboard.core.catalogue.Catalogue";

    private final BundleContext context;

    Shortcomings(BundleContext context) {
        this.context = context;
    }

    /** Each connector with its mistakes, a line each; nothing when all are offered. */
    List<String> of(long bundle) {
        ServiceReference<?> reference = context.getServiceReference(CATALOGUE);
        if (reference == null) {
            return List.of();
        }
        Object catalogue = context.getService(reference);
        if (catalogue == null) {
            return List.of();
        }
        try {
            Class<?> type = reference.getBundle().loadClass(CATALOGUE);
            Object snapshot = type.getMethod("current").invoke(catalogue);
            return lines(snapshot, bundle);
        } catch (ReflectiveOperationException e) {
            LOG.warn("The catalogue does not tell which connectors it refuses: {}", e.toString());
            return List.of();
        } finally {
            context.ungetService(reference);
        }
    }

    private static List<String> lines(Object snapshot, long bundle) throws ReflectiveOperationException {
        List<String> lines = new ArrayList<>();
        for (Object refusal : (Iterable<?>) member(snapshot, "refusals")) {
            if (member(refusal, "bundleId").equals(bundle)) {
                lines.add(member(refusal, "connector") + ":");
                for (Object mistake : (Iterable<?>) member(refusal, "mistakes")) {
                    lines.add("  - " + mistake);
                }
            }
        }
        return lines;
    }

    private static Object member(Object of, String name) throws ReflectiveOperationException {
        return of.getClass().getMethod(name).invoke(of);
    }
}
