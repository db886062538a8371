package io.switchboard.rest.internal.door;

import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;
import org.osgi.util.tracker.ServiceTrackerCustomizer;

/** A service that is accepted from the security plugin only, whoever else may register one. Safe for use from many threads. */
final class TrustedService<T> implements AutoCloseable {
    private static final String SECURITY = "io.switchboard.security";

    private final ServiceTracker<T, T> tracker;

    /** Looks for a service from now on. */
    TrustedService(BundleContext context, Class<T> type) {
        tracker = new ServiceTracker<>(context, type, new FromSecurity<>(context));
        tracker.open();
    }

    /** The service; empty where the security plugin is not there. */
    Optional<T> get() {
        return Optional.ofNullable(tracker.getService());
    }

    @Override
    public void close() {
        tracker.close();
    }

    private record FromSecurity<T>(BundleContext context) implements ServiceTrackerCustomizer<T, T> {
        @Override
        @SuppressWarnings("NullAway") // A service that is not tracked is told by null.
        public T addingService(ServiceReference<T> reference) {
            return SECURITY.equals(reference.getBundle().getSymbolicName()) ? context.getService(reference) : null;
        }

        @Override
        public void modifiedService(ServiceReference<T> reference, T service) {
            // Who registered it does not change.
        }

        @Override
        public void removedService(ServiceReference<T> reference, T service) {
            context.ungetService(reference);
        }
    }
}
