package io.switchboard.core.internal.start;

import io.switchboard.connector.event.EventPublisher;
import io.switchboard.core.internal.event.Feed;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceFactory;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.util.tracker.ServiceTracker;

/** Gives each bundle its publisher of events, while the store is there. */
final class StoredEvents extends ServiceTracker<DataSource, ServiceRegistration<EventPublisher>>
        implements ServiceFactory<EventPublisher> {
    private final Feed feed;

    StoredEvents(BundleContext context, Feed feed) {
        super(context, DataSource.class, null);
        this.feed = feed;
    }

    @Override
    public @Nullable ServiceRegistration<EventPublisher> addingService(ServiceReference<DataSource> reference) {
        DataSource source = StoredClaims.STORE.equals(reference.getBundle().getSymbolicName())
                ? context.getService(reference)
                : null;
        if (source == null) {
            return null;
        }
        feed.keepIn(source);
        return context.registerService(EventPublisher.class, this, null);
    }

    @Override
    public void removedService(
            ServiceReference<DataSource> reference, ServiceRegistration<EventPublisher> registration) {
        registration.unregister();
        feed.keepIn(null);
        context.ungetService(reference);
    }

    @Override
    public EventPublisher getService(Bundle bundle, ServiceRegistration<EventPublisher> registration) {
        return feed.publisher(String.valueOf(bundle.getSymbolicName()));
    }

    @Override
    public void ungetService(
            Bundle bundle, ServiceRegistration<EventPublisher> registration, EventPublisher publisher) {
        // Nothing is held for one bundle alone.
    }
}
