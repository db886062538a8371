package io.switchboard.store.internal;

import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceFactory;
import org.osgi.framework.ServiceRegistration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives each bundle that asks for a data source the one of its own schema. */
final class SchemaFactory implements ServiceFactory<DataSource> {
    private static final Logger LOG = LoggerFactory.getLogger(SchemaFactory.class);

    private final Schemas schemas;

    SchemaFactory(Schemas schemas) {
        this.schemas = schemas;
    }

    @Override
    public @Nullable DataSource getService(Bundle bundle, ServiceRegistration<DataSource> registration) {
        String symbolicName = bundle.getSymbolicName();
        if (symbolicName == null) {
            LOG.error("Bundle {} has no symbolic name, so it gets no data source", bundle.getBundleId());
            return null;
        }
        try {
            return schemas.openOrAwait(symbolicName, Scripts.of(bundle));
        } catch (IllegalArgumentException | MigrationException e) {
            // The framework would report it as an error of the store, and the reader would look in the wrong place.
            LOG.error("Bundle {} gets no data source. {}", symbolicName, e.getMessage(), e);
            return null;
        }
    }

    @Override
    public void ungetService(Bundle bundle, ServiceRegistration<DataSource> registration, DataSource service) {
        schemas.release((BundleSource) service);
    }
}
