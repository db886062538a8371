package io.switchboard.deployer.internal.bundles;

import io.switchboard.deployer.DeploymentState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkListener;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.FrameworkWiring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running framework. */
public final class FrameworkInstaller implements Installer {
    private static final Logger LOG = LoggerFactory.getLogger(FrameworkInstaller.class);
    private static final long REFRESH_SECONDS = 30;

    private final BundleContext context;
    private final FrameworkWiring wiring;
    private final Needs needs;
    private final Shortcomings shortcomings;

    public FrameworkInstaller(BundleContext context) {
        this.context = context;
        wiring = context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(FrameworkWiring.class);
        needs = new Needs(wiring);
        shortcomings = new Shortcomings(context);
    }

    /** Removes what an earlier run of this bundle in the same framework has left; its files are looked at afresh. */
    public void removeLeftovers() {
        List<Long> left = new ArrayList<>();
        for (Bundle bundle : context.getBundles()) {
            if (isDeployed(bundle)) {
                left.add(bundle.getBundleId());
            }
        }
        uninstall(left);
    }

    @Override
    public long install(BundleJar jar) throws DeployFault {
        for (Bundle bundle : context.getBundles()) {
            if (jar.symbolicName().equals(bundle.getSymbolicName()) && !isDeployed(bundle)) {
                throw new DeployFault(
                        DeploymentState.REFUSED,
                        "the hub itself has a bundle " + jar.symbolicName() + " (" + bundle.getVersion() + ")",
                        "hub 自身已包含 bundle " + jar.symbolicName() + "（" + bundle.getVersion() + "）");
            }
        }
        try {
            return context.installBundle(location(jar)).getBundleId();
        } catch (BundleException e) {
            throw new DeployFault(
                    DeploymentState.REFUSED, "it is not a valid bundle: " + words(e), "不是合法的 bundle：" + words(e));
        }
    }

    @Override
    public void resolve(long id) throws DeployFault {
        Bundle bundle = context.getBundle(id);
        if (bundle.getState() == Bundle.INSTALLED && !wiring.resolveBundles(List.of(bundle))) {
            throw needs.of(bundle);
        }
    }

    @Override
    public boolean start(long id) throws DeployFault {
        resolve(id);
        Bundle bundle = context.getBundle(id);
        if (isFragment(bundle)) {
            return true;
        }
        try {
            bundle.start(Bundle.START_ACTIVATION_POLICY);
        } catch (BundleException e) {
            if (e.getType() == BundleException.RESOLVE_ERROR) {
                throw needs.of(bundle);
            }
            throw new DeployFault(
                    DeploymentState.FAILED, "its activator failed: " + words(e), "其 activator 启动失败：" + words(e));
        }
        // Starting: lazily activated bundles, which are as good as running.
        return (bundle.getState() & (Bundle.ACTIVE | Bundle.STARTING)) != 0;
    }

    @Override
    public List<String> shortcomings(long id) {
        return shortcomings.of(id);
    }

    @Override
    public void stop(long id) {
        try {
            context.getBundle(id).stop();
        } catch (BundleException e) {
            LOG.warn("Bundle {} did not stop cleanly: {}", id, words(e));
        }
    }

    @Override
    public void uninstall(Collection<Long> ids) {
        List<Bundle> gone = new ArrayList<>();
        for (long id : ids) {
            Bundle bundle = context.getBundle(id);
            try {
                if (bundle != null) {
                    bundle.uninstall();
                    gone.add(bundle);
                }
            } catch (BundleException e) {
                LOG.warn("Bundle {} did not uninstall cleanly: {}", id, words(e));
            }
        }
        refresh(gone);
    }

    // Until then the framework keeps the classes, and others may still be wired to them.
    private void refresh(List<Bundle> gone) {
        if (gone.isEmpty()) {
            return;
        }
        CountDownLatch done = new CountDownLatch(1);
        FrameworkListener listener = event -> done.countDown();
        wiring.refreshBundles(gone, listener);
        try {
            if (!done.await(REFRESH_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("The framework still refreshes bundles after {} s", REFRESH_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String location(BundleJar jar) {
        return "reference:" + jar.file().toUri();
    }

    private static boolean isDeployed(Bundle bundle) {
        return bundle.getLocation().contains("/" + DeployFolder.PRIVATE_COPIES + "/");
    }

    private static boolean isFragment(Bundle bundle) {
        return (bundle.adapt(BundleRevision.class).getTypes() & BundleRevision.TYPE_FRAGMENT) != 0;
    }

    // The innermost cause says what happened; the outer ones say that something did.
    private static String words(Throwable failure) {
        Throwable innermost = failure;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        String message = innermost.getMessage();
        return innermost instanceof BundleException && message != null ? message : innermost.toString();
    }
}
