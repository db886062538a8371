package io.switchboard.http.internal;

import io.switchboard.deployer.Maintenance;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;

/** What the deployer announces, and nobody else: whoever could would shut the hub. Safe for use from many threads. */
final class Announced extends ServiceTracker<Maintenance, Maintenance> {
    private static final String DEPLOYER = "io.switchboard.deployer";

    Announced(BundleContext context) {
        super(context, Maintenance.class, null);
    }

    @Override
    public @Nullable Maintenance addingService(ServiceReference<Maintenance> reference) {
        return DEPLOYER.equals(reference.getBundle().getSymbolicName()) ? super.addingService(reference) : null;
    }

    /** When calls are expected to be taken again; empty: they are taken now. */
    Optional<Instant> until() {
        Maintenance deployer = getService();
        return deployer == null ? Optional.empty() : deployer.until();
    }
}
