package io.switchboard.deployer.internal;

import io.switchboard.deployer.Deployments;
import io.switchboard.deployer.Maintenance;
import io.switchboard.deployer.internal.answer.Announcement;
import io.switchboard.deployer.internal.answer.Board;
import io.switchboard.deployer.internal.answer.Reports;
import io.switchboard.deployer.internal.bundles.DeployFolder;
import io.switchboard.deployer.internal.bundles.FrameworkInstaller;
import io.switchboard.deployer.internal.configuration.ConfigurationFolder;
import io.switchboard.deployer.internal.configuration.HeldComponents;
import io.switchboard.deployer.internal.configuration.Withheld;
import io.switchboard.deployer.internal.watch.FolderWatch;
import io.switchboard.deployer.internal.watch.WatchedFolder;
import io.switchboard.secrets.SecretStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.ServiceReference;
import org.osgi.service.cm.ConfigurationAdmin;

/**
 * Loads the configurations and marks the deployed bundles for starting before it returns, so that both are there when the
 * framework comes to the bundles that need them; then watches both folders.
 */
public final class Activator implements BundleActivator {
    private @Nullable FolderWatch watch;
    private @Nullable HeldComponents held;

    @Override
    public void start(BundleContext context) throws IOException {
        List<WatchedFolder> folders = new ArrayList<>();
        Withheld withheld = new Withheld();
        Board board = new Board(withheld::files);
        context.registerService(Deployments.class, board, null);
        context.registerService(Maintenance.class, new Announcement(), null);
        @Nullable String etc = context.getProperty("switchboard.etc");
        @Nullable String data = context.getProperty("switchboard.data");
        if (etc != null && data != null) {
            SecretStore secrets = new SecretStore(Path.of(data), InstantSource.system());
            secrets.prepare();
            held = new HeldComponents(context);
            ConfigurationFolder configurations =
                    ConfigurationFolder.of(Path.of(etc), secrets, context, admin(context), held, withheld);
            configurations.load();
            folders.add(configurations);
            // Its scan sees to them; this one has the watch tell when they change.
            folders.add(WatchedFolder.only(secrets.folder()));
        }
        @Nullable String deploy = context.getProperty("switchboard.deploy");
        @Nullable String run = context.getProperty("switchboard.run");
        if (deploy != null && run != null) {
            FrameworkInstaller installer = new FrameworkInstaller(context);
            installer.removeLeftovers();
            DeployFolder bundles =
                    DeployFolder.of(Path.of(deploy), Path.of(run), installer, new Reports(Path.of(deploy), board));
            context.addFrameworkListener(event -> {
                if (event.getType() == FrameworkEvent.STARTED) {
                    bundles.recheck();
                }
            });
            bundles.scan();
            folders.add(bundles);
        }
        watch = new FolderWatch(folders);
    }

    @Override
    public void stop(BundleContext context) {
        if (watch != null) {
            watch.close();
        }
        if (held != null) {
            held.close();
        }
    }

    private static ConfigurationAdmin admin(BundleContext context) {
        ServiceReference<ConfigurationAdmin> reference = context.getServiceReference(ConfigurationAdmin.class);
        if (reference == null) {
            throw new IllegalStateException("the bundle with ConfigurationAdmin has to be started before this one");
        }
        return context.getService(reference);
    }
}
