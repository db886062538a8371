package io.switchboard.deployer.internal;

import io.switchboard.deployer.Traffic;
import io.switchboard.deployer.internal.answer.Announcement;
import io.switchboard.deployer.internal.answer.Board;
import io.switchboard.deployer.internal.answer.Reports;
import io.switchboard.deployer.internal.bundles.BundledConfigurations;
import io.switchboard.deployer.internal.bundles.Calls;
import io.switchboard.deployer.internal.bundles.ComponentNeeds;
import io.switchboard.deployer.internal.bundles.Departures;
import io.switchboard.deployer.internal.bundles.DeployFolder;
import io.switchboard.deployer.internal.bundles.DroppedConfigurations;
import io.switchboard.deployer.internal.bundles.FrameworkInstaller;
import io.switchboard.deployer.internal.bundles.HeldServices;
import io.switchboard.deployer.internal.bundles.WithheldSettings;
import io.switchboard.deployer.internal.configuration.AdminConfigurations;
import io.switchboard.deployer.internal.configuration.ComponentOpinions;
import io.switchboard.deployer.internal.configuration.ConfigurationFolder;
import io.switchboard.deployer.internal.configuration.ConfigurationText;
import io.switchboard.deployer.internal.configuration.FailedComponents;
import io.switchboard.deployer.internal.configuration.HeldComponents;
import io.switchboard.deployer.internal.configuration.Layers;
import io.switchboard.deployer.internal.configuration.Listener;
import io.switchboard.deployer.internal.configuration.Opinions;
import io.switchboard.deployer.internal.configuration.Withheld;
import io.switchboard.deployer.internal.trust.Trust;
import io.switchboard.deployer.internal.watch.FolderWatch;
import io.switchboard.deployer.internal.watch.WatchedFolder;
import io.switchboard.secrets.SecretStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.FrameworkListener;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceListener;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.SynchronousBundleListener;
import org.osgi.framework.hooks.service.EventListenerHook;
import org.osgi.framework.hooks.service.FindHook;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.util.tracker.ServiceTracker;

/** The folders that are watched, put together on the framework. */
final class Folders implements AutoCloseable {
    private static final String TRUST = "the rules of trust";

    private final BundleContext context;
    private final HeldServices services;
    private final ServiceTracker<Traffic, Traffic> traffic;
    private final ServiceTracker<ServiceComponentRuntime, ServiceComponentRuntime> components;
    private final HeldComponents held;
    private final Opinions opinions;
    private volatile Runnable wake = () -> {};
    private final Calls calls;
    private final Departures departures;
    private final List<WatchedFolder> watched = new ArrayList<>();
    private Runnable close = () -> {};

    private Folders(BundleContext context) {
        this.context = context;
        services = new HeldServices(context.getBundle().getBundleId());
        context.registerService(
                new String[] {FindHook.class.getName(), EventListenerHook.class.getName()}, services, null);
        traffic = new ServiceTracker<>(context, Traffic.class, null) {
            @Override
            public void removedService(ServiceReference<Traffic> reference, Traffic gone) {
                // Before core is there again, and looks for what there is.
                services.coreHasGone();
                super.removedService(reference, gone);
            }
        };
        components = new ServiceTracker<>(context, ServiceComponentRuntime.class, null);
        traffic.open();
        components.open();
        held = new HeldComponents(context);
        Bundle framework = context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION);
        opinions = new ComponentOpinions(components::getService, () -> framework.getState() == Bundle.ACTIVE);
        calls = new Calls(traffic::getService);
        departures = new Departures(calls, Departures.GRACE, () -> wake.run());
    }

    static Folders open(BundleContext context, Withheld withheld, Board board, Announcement announcement)
            throws IOException {
        Folders folders = new Folders(context);
        Path data = folder(context, "switchboard.data");
        SecretStore secrets = new SecretStore(data, InstantSource.system());
        secrets.prepare();
        ConfigurationText text = ConfigurationText.of(secrets, context);
        Layers layers = new Layers(new AdminConfigurations(admin(context)));
        Path deploy = folder(context, "switchboard.deploy");
        Reports reports = new Reports(deploy, board);
        Path etc = folder(context, "switchboard.etc");
        Trust trust = new Trust(etc, data, InstantSource.system());
        folders.watched.add(trust);
        folders.configurations(
                etc, () -> true, text, secrets, layers, withheld, DroppedConfigurations.ETC, "", Listener.NOBODY);
        folders.configurations(
                deploy,
                trust::takesConfigurations,
                text,
                secrets,
                layers,
                withheld,
                DroppedConfigurations.DEPLOY,
                "deploy/",
                new DroppedConfigurations(layers, reports, InstantSource.system()));
        folders.watched.add(new FailedComponents(etc, folders.components::getService, Clock.systemUTC()));
        // Those scans see to them; this one has the watch tell when they change.
        folders.watched.add(WatchedFolder.only(secrets.folder()));
        folders.bundles(deploy, data, trust, new BundledConfigurations(text, layers), withheld, reports, announcement);
        return folders;
    }

    private void configurations(
            Path folder,
            BooleanSupplier admitted,
            ConfigurationText text,
            SecretStore secrets,
            Layers layers,
            Withheld withheld,
            String rank,
            String place,
            Listener listener) {
        ConfigurationFolder configurations = ConfigurationFolder.of(
                folder, admitted, text, secrets, layers.of(rank), held.of(rank), opinions, withheld, place, listener);
        configurations.load();
        watched.add(configurations);
    }

    private void bundles(
            Path deploy,
            Path data,
            Trust trust,
            BundledConfigurations bundled,
            Withheld withheld,
            Reports reports,
            Announcement announcement)
            throws IOException {
        FrameworkInstaller installer = new FrameworkInstaller(
                context,
                new ComponentNeeds(components::getService),
                new WithheldSettings(withheld::of),
                services,
                calls,
                announcement);
        installer.removeLeftovers();
        DeployFolder bundles = DeployFolder.of(
                deploy,
                folder(context, "switchboard.run"),
                data,
                installer,
                calls,
                departures,
                bundled,
                reports,
                trust);
        trust.onChange(() -> {
            bundles.distrust();
            tell(trust, withheld);
        });
        tell(trust, withheld);
        bundles.scan();
        watched.add(bundles);
        FolderWatch watch = new FolderWatch(watched);
        wake = () -> {
            // What has gone may have been what another one needs.
            bundles.stir();
            watch.wake();
        };
        close = watch::close;
        // Only asks for a look: whoever tells may hold locks of the framework.
        FrameworkListener started = event -> {
            if (event.getType() == FrameworkEvent.STARTED) {
                wake.run();
            }
        };
        context.addFrameworkListener(started);
        ServiceListener services = event -> {
            if (!installer.early() && bundles.pending()) {
                watch.wake();
            }
        };
        context.addServiceListener(services);
        listenToTheStore(() -> {
            bundles.storeIsBack();
            watch.wake();
        });
        // Or it would take the bundles that stop with the hub for such as it has to start.
        SynchronousBundleListener ending = event -> {
            if (event.getBundle().getBundleId() == 0 && event.getType() == BundleEvent.STOPPING) {
                watch.close();
            }
        };
        context.addBundleListener(ending);
    }

    private void listenToTheStore(Runnable whenBack) {
        ServiceListener listener = event -> {
            if (event.getType() == ServiceEvent.MODIFIED) {
                whenBack.run();
            }
        };
        try {
            context.addServiceListener(listener, "(objectClass=javax.sql.DataSource)");
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void tell(Trust trust, Withheld withheld) {
        String mistakes = trust.mistakes();
        if (mistakes.isEmpty()) {
            withheld.release(TRUST);
        } else {
            withheld.passOver(TRUST, mistakes + "; until this is mended new bundles are taken only if they are signed");
        }
    }

    private static Path folder(BundleContext context, String property) {
        String folder = context.getProperty(property);
        if (folder == null) {
            throw new IllegalStateException("the framework has no property " + property);
        }
        return Path.of(folder);
    }

    private static ConfigurationAdmin admin(BundleContext context) {
        ServiceReference<ConfigurationAdmin> reference = context.getServiceReference(ConfigurationAdmin.class);
        if (reference == null) {
            throw new IllegalStateException("the bundle with ConfigurationAdmin has to be started before this one");
        }
        return context.getService(reference);
    }

    @Override
    public void close() {
        close.run();
        departures.close();
        held.close();
        components.close();
        traffic.close();
    }
}
