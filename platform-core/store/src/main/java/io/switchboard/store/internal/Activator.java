package io.switchboard.store.internal;

import io.switchboard.connector.Leases;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.bundle.Header;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceFactory;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.cm.ManagedService;
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
    private static final String BACK = "switchboard.store.back";
    private static final long AGAIN_MILLIS = TimeUnit.SECONDS.toMillis(2);

    private final List<ServiceRegistration<?>> registrations = new ArrayList<>();
    private @Nullable Thread opener;
    private @Nullable Schemas schemas;
    private boolean stopped;
    private CountDownLatch stopping = new CountDownLatch(1);

    @Override
    public void start(BundleContext context) {
        synchronized (this) {
            stopped = false;
            stopping = new CountDownLatch(1);
        }
        Settled settled = new Settled(settings -> begin(context, settings));
        settled.begin(context);
        context.registerService(
                ManagedService.class, settled, FrameworkUtil.asDictionary(Map.of("service.pid", StoreSettings.PID)));
    }

    private synchronized void begin(BundleContext context, StoreSettings settings) {
        if (stopped) {
            return;
        }
        // On a thread of its own: the components that wait for the services start on it too, and none of that holds up
        // the others.
        CountDownLatch end = stopping;
        Thread thread = new Thread(() -> open(context, settings, end), "store-open");
        thread.setDaemon(true);
        thread.start();
        opener = thread;
    }

    private void open(BundleContext context, StoreSettings settings, CountDownLatch stopping) {
        String said = "";
        while (true) {
            try {
                Schemas opened = schemas(context, settings);
                synchronized (this) {
                    if (schemas != null) {
                        schemas.close();
                    }
                    schemas = opened;
                }
                open(context, opened);
                return;
            } catch (MigrationException e) {
                LOG.error("The store is not there, nor is what needs it. {}", e.getMessage(), e);
                return;
            } catch (IllegalStateException | SQLException e) {
                if (settings.url().isEmpty()) {
                    LOG.error("The store is not there, nor is what needs it. {}", e.getMessage(), e);
                    return;
                }
                String reason = String.valueOf(e.getMessage());
                if (!reason.equals(said)) {
                    LOG.error(
                            "The store is not there, nor is what needs it, and it is tried again every {} s: {}",
                            TimeUnit.MILLISECONDS.toSeconds(AGAIN_MILLIS),
                            reason);
                    said = reason;
                }
                if (pause(stopping)) {
                    return;
                }
            }
        }
    }

    private static Schemas schemas(BundleContext context, StoreSettings settings) throws SQLException {
        return settings.url().isPresent()
                ? Schemas.on(settings)
                : Schemas.under(context.getProperty("switchboard.data"));
    }

    private void open(BundleContext context, Schemas opened) {
        SchemaSource own = opened.openOwn(context.getBundle().getSymbolicName(), Scripts.of(context.getBundle()));
        publish(context, Leases.class, new LeaseFactory(own));
        publish(context, DataSource.class, new SchemaFactory(opened))
                .ifPresent(source -> opened.whenBack(() -> tellThatItIsBack(source)));
    }

    /** Whoever failed for want of it may try again, and is told by a change of this property. */
    private void tellThatItIsBack(ServiceRegistration<DataSource> source) {
        try {
            source.setProperties(FrameworkUtil.asDictionary(Map.of(BACK, System.nanoTime())));
        } catch (IllegalStateException e) {
            LOG.debug("The store is closed", e);
        }
    }

    /** Waits a while; true: it was stopped. */
    private static boolean pause(CountDownLatch stopping) {
        try {
            return stopping.await(AGAIN_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return true;
        }
    }

    private <S> Optional<ServiceRegistration<S>> publish(
            BundleContext context, Class<S> type, ServiceFactory<S> factory) {
        synchronized (this) {
            if (stopped) {
                return Optional.empty();
            }
        }
        ServiceRegistration<S> registration = context.registerService(type, factory, null);
        synchronized (this) {
            registrations.add(registration);
        }
        return Optional.of(registration);
    }

    @Override
    public void stop(BundleContext context) throws InterruptedException {
        Thread thread;
        synchronized (this) {
            stopped = true;
            stopping.countDown();
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
