package io.switchboard.core.internal.start;

import io.switchboard.connector.Leases;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;

/** The leases of the hub's own store, while it is there. Safe for use from many threads. */
final class StoredLeases extends ServiceTracker<Leases, Leases> {
    StoredLeases(BundleContext context) {
        super(context, Leases.class, null);
    }

    @Override
    public @Nullable Leases addingService(ServiceReference<Leases> reference) {
        return StoredClaims.STORE.equals(reference.getBundle().getSymbolicName())
                ? super.addingService(reference)
                : null;
    }

    Optional<Leases> current() {
        return Optional.ofNullable(getService());
    }
}
