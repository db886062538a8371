package io.switchboard.core.internal.start;

import io.switchboard.core.internal.catalogue.Admissions;
import io.switchboard.core.internal.catalogue.ConnectorRegistry;
import io.switchboard.core.internal.pipeline.Pipeline;
import io.switchboard.core.takeover.BundleReview;
import io.switchboard.core.takeover.Takeover;
import java.time.Duration;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.SynchronousBundleListener;

/** Takes bundles into use and out of it, connectors and hooks of security alike. Safe for use from many threads. */
final class HubTakeover implements Takeover, SynchronousBundleListener, AutoCloseable {
    private final BundleContext context;
    private final Admissions admissions;
    private final ConnectorRegistry registry;
    private final SecurityGuards guards;
    private final Pipeline pipeline;

    HubTakeover(
            BundleContext context,
            Admissions admissions,
            ConnectorRegistry registry,
            SecurityGuards guards,
            Pipeline pipeline) {
        this.context = context;
        this.admissions = admissions;
        this.registry = registry;
        this.guards = guards;
        this.pipeline = pipeline;
        context.addBundleListener(this);
    }

    @Override
    public void hold(long bundle) {
        admissions.hold(bundle);
        choose();
    }

    @Override
    public void admit(long bundle) {
        admissions.admit(bundle);
        choose();
    }

    private void choose() {
        registry.refresh();
        guards.choose();
    }

    @Override
    public BundleReview review(long bundle) {
        return registry.review(bundle);
    }

    @Override
    public boolean release(String connector) {
        return registry.release(connector);
    }

    @Override
    public long rules() {
        return registry.rules();
    }

    @Override
    public boolean awaitCallsUnderWay(Duration most) throws InterruptedException {
        return pipeline.awaitCallsUnderWay(most);
    }

    @Override
    public void bundleChanged(BundleEvent event) {
        if (event.getType() == BundleEvent.UNINSTALLED) {
            admissions.forget(event.getBundle().getBundleId());
            registry.forget(event.getBundle().getBundleId());
        }
    }

    @Override
    public void close() {
        context.removeBundleListener(this);
    }
}
