package io.switchboard.rest.internal.door;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;

/**
 * A service that is accepted from the security plugin only, whoever else may register one; of two, while the plugin is replaced, the newer.
 * Safe for use from many threads.
 */
final class TrustedService<T> implements AutoCloseable {
    private static final String SECURITY = "io.switchboard.security";
    private static final Comparator<ServiceReference<?>> NEWER = Comparator.<ServiceReference<?>>comparingLong(
                    each -> number(each, Constants.SERVICE_RANKING))
            .thenComparingLong(each -> number(each, Constants.SERVICE_ID));

    private final Map<ServiceReference<T>, T> present = new ConcurrentHashMap<>();
    private final ServiceTracker<T, T> tracker;

    /** Looks for a service from now on. */
    TrustedService(BundleContext context, Class<T> type) {
        tracker = new ServiceTracker<>(context, type, null) {
            @Override
            public @Nullable T addingService(ServiceReference<T> reference) {
                T service = SECURITY.equals(reference.getBundle().getSymbolicName())
                        ? super.addingService(reference)
                        : null;
                if (service != null) {
                    present.put(reference, service);
                }
                return service;
            }

            @Override
            public void removedService(ServiceReference<T> reference, T service) {
                present.remove(reference);
                super.removedService(reference, service);
            }
        };
        tracker.open();
    }

    /** The service; empty where the security plugin is not there. */
    Optional<T> get() {
        return present.entrySet().stream()
                .max((one, other) -> NEWER.compare(one.getKey(), other.getKey()))
                .map(Map.Entry::getValue);
    }

    private static long number(ServiceReference<?> reference, String property) {
        return reference.getProperty(property) instanceof Number number ? number.longValue() : 0;
    }

    @Override
    public void close() {
        tracker.close();
    }
}
