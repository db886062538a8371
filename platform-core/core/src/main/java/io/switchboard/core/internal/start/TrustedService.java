package io.switchboard.core.internal.start;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;

/** A service that is accepted from bundles of one symbolic name only. Safe for use from many threads. */
final class TrustedService<T> extends ServiceTracker<T, T> {
    private final String symbolicName;

    TrustedService(BundleContext context, Class<T> type, String symbolicName) {
        super(context, type, null);
        this.symbolicName = symbolicName;
    }

    @Override
    public @Nullable T addingService(ServiceReference<T> reference) {
        return symbolicName.equals(reference.getBundle().getSymbolicName()) ? super.addingService(reference) : null;
    }

    Optional<T> current() {
        return Optional.ofNullable(getService());
    }
}
