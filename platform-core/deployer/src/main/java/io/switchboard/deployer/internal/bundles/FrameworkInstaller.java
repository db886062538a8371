package io.switchboard.deployer.internal.bundles;

import io.switchboard.deployer.DeploymentState;
import io.switchboard.deployer.internal.answer.Announcement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.FrameworkWiring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running framework. */
public final class FrameworkInstaller implements Installer {
    private static final Logger LOG = LoggerFactory.getLogger(FrameworkInstaller.class);

    private final BundleContext context;
    /** Asked by itself: the context is none any more while the hub stops. */
    private final Bundle framework;

    private final FrameworkWiring wiring;
    private final Needs needs;
    private final ComponentNeeds components;
    private final WithheldSettings withheld;
    private final OwnBundles own;
    private final HeldServices services;
    private final GroupReplacement groups;
    private final BoundedStarts starts = new BoundedStarts(BoundedStarts.MOST);

    /** Takes what reads components and their settings, what keeps services from others, how calls are waited for, and where maintenance is announced. */
    public FrameworkInstaller(
            BundleContext context,
            ComponentNeeds components,
            WithheldSettings withheld,
            HeldServices services,
            Calls calls,
            Announcement announcement) {
        this.context = context;
        this.services = services;
        this.components = components;
        this.withheld = withheld;
        framework = context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION);
        wiring = framework.adapt(FrameworkWiring.class);
        needs = new Needs(context, wiring);
        own = new OwnBundles(context);
        groups = new GroupReplacement(context, wiring, needs, calls, announcement, own);
    }

    /** Removes what an earlier run of this bundle in the same framework has left; its files are looked at afresh. */
    public void removeLeftovers() {
        List<Long> left = new ArrayList<>();
        for (Bundle bundle : context.getBundles()) {
            if (OwnBundles.isDeployed(bundle)) {
                left.add(bundle.getBundleId());
            }
        }
        uninstall(left);
    }

    @Override
    public long install(BundleJar jar) throws DeployFault {
        own.refuseIrreplaceable(jar);
        try {
            return context.installBundle(location(jar)).getBundleId();
        } catch (BundleException e) {
            throw new DeployFault(
                    DeploymentState.REFUSED, "it is not a valid bundle: " + Words.of(e), "不是合法的 bundle：" + Words.of(e));
        }
    }

    @Override
    public OptionalLong find(BundleJar jar) {
        Bundle bundle = context.getBundle(location(jar));
        return bundle == null ? OptionalLong.empty() : OptionalLong.of(bundle.getBundleId());
    }

    @Override
    public void resolve(Collection<Long> ids) throws DeployFault {
        List<Bundle> open = new ArrayList<>();
        for (long id : ids) {
            Bundle bundle = bundle(id);
            if (bundle.getState() == Bundle.INSTALLED) {
                open.add(bundle);
            }
        }
        if (!open.isEmpty() && !wiring.resolveBundles(open)) {
            throw needs.of(open);
        }
    }

    @Override
    public boolean early() {
        return framework.getState() != Bundle.ACTIVE;
    }

    @Override
    public boolean start(long id) throws DeployFault {
        Bundle bundle = bundle(id);
        if (isFragment(bundle)) {
            return true;
        }
        if (bundle.getState() != Bundle.ACTIVE) {
            withheld.check(bundle);
            try {
                starts.start(bundle);
            } catch (BundleException e) {
                if (e.getType() == BundleException.RESOLVE_ERROR) {
                    throw needs.of(List.of(bundle));
                }
                throw new DeployFault(
                        DeploymentState.FAILED,
                        "its activator failed: " + Words.of(e),
                        "其 activator 启动失败：" + Words.of(e));
            }
        }
        return runs(id);
    }

    @Override
    public boolean runs(long id) {
        Bundle bundle = context.getBundle(id);
        // Starting: lazily activated bundles, which are as good as running.
        return bundle != null && (bundle.getState() & (Bundle.ACTIVE | Bundle.STARTING)) != 0;
    }

    @Override
    public void examine(long id, long before) throws DeployFault {
        withheld.check(bundle(id));
        components.check(bundle(id), bundle(before));
    }

    @Override
    public void stop(long id) {
        Bundle bundle = context.getBundle(id);
        if (bundle == null || starts.hangs(bundle)) {
            return;
        }
        try {
            bundle.stop();
        } catch (BundleException | IllegalStateException e) {
            LOG.warn("Bundle {} did not stop cleanly: {}", id, Words.of(e));
        }
    }

    @Override
    public void hide(Collection<Long> bundles, boolean knownToCore) {
        services.hide(bundles, knownToCore);
    }

    @Override
    public boolean show(Collection<Long> ids) {
        services.show(ids);
        return ids.stream()
                .map(context::getBundle)
                .anyMatch(bundle -> bundle != null && HeldServices.offersToOthers(bundle));
    }

    @Override
    public void uninstall(Collection<Long> ids) {
        List<Bundle> gone = new ArrayList<>();
        for (long id : ids) {
            Bundle bundle = context.getBundle(id);
            if (bundle == null) {
                continue;
            }
            if (starts.hangs(bundle)) {
                starts.afterwards(bundle, () -> uninstall(List.of(id)));
                continue;
            }
            try {
                bundle.uninstall();
                gone.add(bundle);
            } catch (BundleException | IllegalStateException e) {
                LOG.warn("Bundle {} did not uninstall cleanly: {}", id, Words.of(e));
            }
        }
        services.show(ids);
        // Until then the framework keeps the classes, and others may still be wired to them.
        Refresh.of(wiring, gone);
    }

    @Override
    public OptionalLong own(String symbolicName) {
        return own.find(symbolicName);
    }

    @Override
    public void rest(long id) {
        Bundle bundle = context.getBundle(id);
        if (bundle != null) {
            stop(id);
            LOG.info("The hub's own {} rests while another one is deployed", bundle.getSymbolicName());
        }
    }

    @Override
    public boolean carries(Collection<Long> ids) {
        return groups.carries(ids);
    }

    @Override
    public void replaceGroup(Collection<Long> old, Collection<Long> fresh) throws DeployFault {
        groups.replace(old, fresh);
    }

    @Override
    public List<Long> putBack(Collection<String> symbolicNames) throws DeployFault {
        return own.reinstall(symbolicNames);
    }

    private Bundle bundle(long id) throws DeployFault {
        Bundle bundle = context.getBundle(id);
        if (bundle == null) {
            throw new DeployFault(DeploymentState.FAILED, "somebody else uninstalled its bundle", "其 bundle 已被其他程序卸载");
        }
        return bundle;
    }

    private static String location(BundleJar jar) {
        return "reference:" + jar.file().toUri();
    }

    private static boolean isFragment(Bundle bundle) {
        return (bundle.adapt(BundleRevision.class).getTypes() & BundleRevision.TYPE_FRAGMENT) != 0;
    }
}
