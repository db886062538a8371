package io.switchboard.core.internal.start;

import io.switchboard.core.internal.catalogue.Admissions;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;

/**
 * A service that is accepted from bundles of one symbolic name only. Where there are two, while one takes over from the other, it is that
 * of the bundle that was admitted last, else the newer one; it is empty only while there is none. Safe for use from many threads.
 */
final class TrustedService<T> extends ServiceTracker<T, T> {
    private final String symbolicName;
    private final Admissions admissions;
    private final Map<ServiceReference<T>, T> present = new HashMap<>();
    private volatile Optional<T> current = Optional.empty();

    TrustedService(BundleContext context, Class<T> type, String symbolicName, Admissions admissions) {
        super(context, type, null);
        this.symbolicName = symbolicName;
        this.admissions = admissions;
    }

    @Override
    public @Nullable T addingService(ServiceReference<T> reference) {
        T service =
                symbolicName.equals(reference.getBundle().getSymbolicName()) ? super.addingService(reference) : null;
        if (service != null) {
            choose(() -> present.put(reference, service));
        }
        return service;
    }

    @Override
    public void modifiedService(ServiceReference<T> reference, T service) {
        choose();
    }

    @Override
    public void removedService(ServiceReference<T> reference, T service) {
        choose(() -> present.remove(reference));
        super.removedService(reference, service);
    }

    /** Chooses again, after bundles were held or admitted. */
    void choose() {
        choose(() -> {});
    }

    private synchronized void choose(Runnable after) {
        after.run();
        Comparator<ServiceReference<T>> newest = Comparator.<ServiceReference<T>>comparingLong(
                        each -> admissions.rank(bundle(each)))
                .thenComparing(each -> number(each, Constants.SERVICE_RANKING))
                .thenComparing(each -> number(each, Constants.SERVICE_ID));
        current = present.keySet().stream()
                .filter(each -> !admissions.holds(bundle(each)))
                .max(newest)
                .map(present::get);
    }

    private static long bundle(ServiceReference<?> reference) {
        // Absent of one that was unregistered just now, of which the tracker will hear.
        return reference.getBundle() == null ? -1 : reference.getBundle().getBundleId();
    }

    private static long number(ServiceReference<?> reference, String property) {
        return reference.getProperty(property) instanceof Number number ? number.longValue() : 0;
    }

    Optional<T> current() {
        return current;
    }
}
