package io.switchboard.http.internal;

import java.time.Duration;
import org.apache.felix.http.jetty.ConnectorFactory;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Is last to start and first to stop: when the servlets go, nobody is asking any more. */
public final class Activator implements BundleActivator {
    private static final String PATIENCE = "org.apache.felix.jetty.stopTimeout";
    private static final long DEFAULT_MILLIS = 24_000;

    private final ServerAccess access = new ServerAccess();
    private Duration patience = Duration.ofMillis(DEFAULT_MILLIS);

    @Override
    public void start(BundleContext context) {
        @Nullable String millis = context.getProperty(PATIENCE);
        if (millis != null) {
            patience = Duration.ofMillis(Long.parseLong(millis));
        }
        context.registerService(ConnectorFactory.class, access, null);
    }

    @Override
    public void stop(BundleContext context) throws InterruptedException {
        access.takeLeave(patience);
    }
}
