package io.switchboard.deployer.internal;

import io.switchboard.deployer.Deployments;
import io.switchboard.deployer.Maintenance;
import io.switchboard.deployer.internal.answer.Announcement;
import io.switchboard.deployer.internal.answer.Board;
import io.switchboard.deployer.internal.configuration.Withheld;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/**
 * Loads the configurations and marks the deployed bundles for starting before it returns, so that both are there when the
 * framework comes to the bundles that need them; then watches both folders.
 */
public final class Activator implements BundleActivator {
    private @Nullable Folders folders;

    @Override
    public void start(BundleContext context) throws IOException {
        Withheld withheld = new Withheld();
        Board board = new Board(withheld::files, withheld::passedOver);
        Announcement announcement = new Announcement();
        context.registerService(Deployments.class, board, null);
        context.registerService(Maintenance.class, announcement, null);
        folders = Folders.open(context, withheld, board, announcement);
    }

    @Override
    public void stop(BundleContext context) {
        if (folders != null) {
            folders.close();
        }
    }
}
