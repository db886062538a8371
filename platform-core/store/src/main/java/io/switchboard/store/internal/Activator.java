package io.switchboard.store.internal;

import io.switchboard.connector.Leases;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.bundle.Header;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceFactory;
import org.osgi.framework.ServiceRegistration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens the store beside the rest of the start, and publishes its services once it is open. Until then, and for ever where it cannot be
 * opened, components that need one of them wait.
 */
@Header(name = Constants.BUNDLE_ACTIVATOR, value = "${@class}")
public final class Activator implements BundleActivator {
    private static final Logger LOG = LoggerFactory.getLogger(Activator.class);
    private static final long STOP_WAIT_MILLIS = TimeUnit.SECONDS.toMillis(10);

    private final List<ServiceRegistration<?>> registrations = new ArrayList<>();
    private @Nullable Thread opener;
    private @Nullable Schemas schemas;
    private boolean stopped;

    @Override
    public synchronized void start(BundleContext context) {
        stopped = false;
        // On a thread of its own: the components that wait for the services start on it too, and none of that holds up
        // the others.
        Thread thread = new Thread(() -> open(context), "store-open");
        thread.setDaemon(true);
        thread.start();
        opener = thread;
    }

    private void open(BundleContext context) {
        try {
            Schemas opened = Schemas.under(context.getProperty("switchboard.data"));
            synchronized (this) {
                schemas = opened;
            }
            publish(context, Leases.class, new LeaseFactory(opened, context.getBundle()));
            publish(context, DataSource.class, new SchemaFactory(opened));
        } catch (IllegalStateException e) {
            LOG.error("The store is not there, nor is what needs it. {}", e.getMessage(), e);
        }
    }

    private <S> void publish(BundleContext context, Class<S> type, ServiceFactory<S> factory) {
        synchronized (this) {
            if (stopped) {
                return;
            }
        }
        ServiceRegistration<S> registration = context.registerService(type, factory, null);
        synchronized (this) {
            registrations.add(registration);
        }
    }

    @Override
    public void stop(BundleContext context) throws InterruptedException {
        Thread thread;
        synchronized (this) {
            stopped = true;
            thread = opener;
            opener = null;
        }
        if (thread != null) {
            thread.join(STOP_WAIT_MILLIS);
        }
        List<ServiceRegistration<?>> published;
        Schemas opened;
        synchronized (this) {
            published = List.copyOf(registrations);
            registrations.clear();
            opened = schemas;
            schemas = null;
        }
        published.forEach(ServiceRegistration::unregister);
        if (opened != null) {
            opened.close();
        }
    }
}
