package io.switchboard.core.internal.start;

import io.switchboard.connector.Connector;
import io.switchboard.core.internal.catalogue.ConnectorRegistry;
import io.switchboard.core.internal.catalogue.ConnectorRegistry.Origin;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;

/** Tells the registry of connectors that come and go. */
final class ConnectorTracker extends ServiceTracker<Connector, Connector> {
    private final ConnectorRegistry registry;
    private volatile Duration drain;

    ConnectorTracker(BundleContext context, ConnectorRegistry registry, Duration drain) {
        super(context, Connector.class, null);
        this.registry = registry;
        this.drain = drain;
    }

    /** Waits so long from now on for a connector that goes. */
    void drain(Duration changed) {
        drain = changed;
    }

    @Override
    public @Nullable Connector addingService(ServiceReference<Connector> reference) {
        Connector connector = super.addingService(reference);
        if (connector != null) {
            Bundle bundle = reference.getBundle();
            boolean ownsReservedIds = SecurityGuards.PLUGIN.equals(bundle.getSymbolicName());
            registry.arrive(
                    reference,
                    connector,
                    new Origin(
                            bundle.getSymbolicName(),
                            bundle.getVersion().toString(),
                            bundle.getBundleId(),
                            ownsReservedIds));
        }
        return connector;
    }

    @Override
    public void removedService(ServiceReference<Connector> reference, Connector connector) {
        registry.depart(reference, drain);
        super.removedService(reference, connector);
    }
}
