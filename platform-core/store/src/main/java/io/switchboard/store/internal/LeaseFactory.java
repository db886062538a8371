package io.switchboard.store.internal;

import io.switchboard.connector.Leases;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceFactory;
import org.osgi.framework.ServiceRegistration;

/** Gives each bundle its own leases; all stand in the hub's own schema, opened when the first is asked for. */
final class LeaseFactory implements ServiceFactory<Leases> {
    private final Schemas schemas;
    private final Bundle store;
    private @Nullable SchemaSource source;

    LeaseFactory(Schemas schemas, Bundle store) {
        this.schemas = schemas;
        this.store = store;
    }

    @Override
    public synchronized Leases getService(Bundle bundle, ServiceRegistration<Leases> registration) {
        SchemaSource table = source;
        if (table == null) {
            table = schemas.open(store.getSymbolicName(), Scripts.of(store));
            source = table;
        }
        return new LeaseTable(table, bundle.getSymbolicName());
    }

    @Override
    public void ungetService(Bundle bundle, ServiceRegistration<Leases> registration, Leases service) {
        // Nothing is held for one bundle alone.
    }
}
