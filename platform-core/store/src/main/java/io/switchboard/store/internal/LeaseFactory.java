package io.switchboard.store.internal;

import io.switchboard.connector.Leases;
import javax.sql.DataSource;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceFactory;
import org.osgi.framework.ServiceRegistration;

/** Gives each bundle its own leases; all stand in the hub's own schema. */
final class LeaseFactory implements ServiceFactory<Leases> {
    private final DataSource table;

    LeaseFactory(DataSource table) {
        this.table = table;
    }

    @Override
    public Leases getService(Bundle bundle, ServiceRegistration<Leases> registration) {
        return new LeaseTable(table, bundle.getSymbolicName());
    }

    @Override
    public void ungetService(Bundle bundle, ServiceRegistration<Leases> registration, Leases service) {
        // Nothing is held for one bundle alone.
    }
}
