package io.switchboard.rest.internal.door;

import io.switchboard.core.page.HubPage;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;

/** The pages that other bundles of the hub offer, as they come and go. Safe for use from many threads. */
final class HubPages extends ServiceTracker<HubPage, HubPage> {
    HubPages(BundleContext context) {
        super(context, HubPage.class, null);
    }

    @Override
    @SuppressWarnings("NullAway") // A service that is not tracked is told by null.
    public HubPage addingService(ServiceReference<HubPage> reference) {
        return OwnBundles.include(reference.getBundle()) ? super.addingService(reference) : null;
    }

    /** The page that stands under a segment; of two, the one that the framework prefers. */
    Optional<HubPage> named(String segment) {
        return getTracked().values().stream()
                .filter(page -> page.name().equals(segment))
                .findFirst();
    }
}
