package io.switchboard.deployer.internal.bundles;

import java.util.Collection;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkListener;
import org.osgi.framework.wiring.FrameworkWiring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has the framework let go of what is no longer used, and waits for it. */
final class Refresh {
    private static final Logger LOG = LoggerFactory.getLogger(Refresh.class);
    private static final long SECONDS = 30;

    private Refresh() {}

    static void of(FrameworkWiring wiring, Collection<Bundle> bundles) {
        if (bundles.isEmpty()) {
            return;
        }
        CountDownLatch done = new CountDownLatch(1);
        FrameworkListener listener = event -> done.countDown();
        wiring.refreshBundles(bundles, listener);
        try {
            if (!done.await(SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("The framework still refreshes bundles after {} s", SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
