package io.switchboard.http.internal;

import io.switchboard.http.internal.edge.Guard;
import io.switchboard.http.internal.edge.Pause;
import io.switchboard.http.internal.whiteboard.WhiteboardGate;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.apache.felix.http.jetty.ConnectorFactory;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.SynchronousBundleListener;
import org.osgi.framework.hooks.service.EventListenerHook;
import org.osgi.framework.hooks.service.FindHook;
import org.osgi.service.cm.ManagedService;

/**
 * There before the server, so that no request ever comes past the guard. First to stop, before any other bundle does: when the servlets
 * go, nobody is asking any more.
 */
public final class Activator implements BundleActivator {
    private static final String PATIENCE = "org.apache.felix.jetty.stopTimeout";
    private static final long DEFAULT_MILLIS = 24_000;

    private @Nullable ServerAccess access;
    private Duration patience = Duration.ofMillis(DEFAULT_MILLIS);

    @Override
    public void start(BundleContext context) {
        @Nullable String millis = context.getProperty(PATIENCE);
        if (millis != null) {
            patience = Duration.ofMillis(Long.parseLong(millis));
        }
        Path home = Path.of(
                Optional.ofNullable(context.getProperty("switchboard.home")).orElse(""));
        WhiteboardGate whiteboard = new WhiteboardGate();
        context.registerService(
                new String[] {FindHook.class.getName(), EventListenerHook.class.getName()}, whiteboard, null);
        Announced maintenance = new Announced(context);
        maintenance.open();
        Guard guard = new Guard(System::nanoTime, new Pause(maintenance::until, InstantSource.system()));
        Configured configured = new Configured(guard, home);
        configured.begin(context);
        ServerAccess ours = new ServerAccess(guard, configured::settings, addresses -> tell(context, addresses));
        access = ours;
        context.addBundleListener((SynchronousBundleListener) event -> {
            if (event.getType() == BundleEvent.STOPPING && event.getBundle().getBundleId() == 0) {
                leave(ours);
            }
        });
        context.registerService(
                ManagedService.class, configured, FrameworkUtil.asDictionary(Map.of("service.pid", Configured.PID)));
        context.registerService(ConnectorFactory.class, ours, null);
    }

    private static void tell(BundleContext context, Addresses addresses) {
        context.registerService(
                Addresses.class,
                addresses,
                FrameworkUtil.asDictionary(Map.of(
                        Addresses.CALLERS, addresses.callers().toArray(String[]::new),
                        Addresses.ADMIN, addresses.admin())));
    }

    @Override
    public void stop(BundleContext context) {
        if (access != null) {
            leave(access);
        }
    }

    private void leave(ServerAccess ours) {
        try {
            ours.takeLeave(patience);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
