package io.switchboard.deployer.internal.bundles;

import java.util.Collection;
import java.util.List;

/** The steps of a deployment in the framework. Bundles are named by their ids. */
interface Installer {
    /** Installs and does not start; refused when the platform itself has that bundle. */
    long install(BundleJar jar) throws DeployFault;

    /** Only asks whether everything the bundle needs is there. */
    void resolve(long bundle) throws DeployFault;

    /** Starts, or does nothing to a bundle that runs. False when it will start only later in the start of the hub. */
    boolean start(long bundle) throws DeployFault;

    /** What keeps connectors of a bundle that runs from being offered, a line each. */
    List<String> shortcomings(long bundle);

    void stop(long bundle);

    /** Uninstalls them, and lets go of their classes before it returns. */
    void uninstall(Collection<Long> bundles);
}
