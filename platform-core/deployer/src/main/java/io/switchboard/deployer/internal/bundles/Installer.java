package io.switchboard.deployer.internal.bundles;

import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;

/** The steps of a deployment in the framework. Bundles are named by their ids. Safe for use from many threads. */
interface Installer {
    /** Installs and does not start; refused when it can only be replaced with a restart. */
    long install(BundleJar jar) throws DeployFault;

    /** What the framework calls a bundle that was installed; empty when it has gone. */
    OptionalLong find(BundleJar jar);

    /** Asks whether everything the bundles need is there, be it in one another. */
    void resolve(Collection<Long> bundles) throws DeployFault;

    /** Whether the hub is still on its way up, so that nothing is running. */
    boolean early();

    /** Starts, or does nothing to a bundle that runs. False when it will start only later in the start of the hub. */
    boolean start(long bundle) throws DeployFault;

    boolean runs(long bundle);

    /**
     * What keeps parts of a bundle from running that were started.
     *
     * @param before the version before it, whose parts that did not run either are not asked for; or the bundle itself
     */
    void examine(long bundle, long before) throws DeployFault;

    void stop(long bundle);

    /**
     * Keeps the services of bundles that are about to start from all others.
     *
     * @param knownToCore whether core holds them back by itself, and so may read what is meant for it
     */
    void hide(Collection<Long> bundles, boolean knownToCore);

    /**
     * Keeps them from others no more.
     *
     * @return whether they have to be started again, since there are some that others were to be told of
     */
    boolean show(Collection<Long> bundles);

    /** Uninstalls them, and lets go of their classes before it returns. */
    void uninstall(Collection<Long> bundles);

    /** The hub's own bundle of that name, whether it runs or rests. */
    OptionalLong own(String symbolicName);

    /** Keeps the hub's own bundle from running, and from being started with the hub. */
    void rest(long own);

    /** Whether other bundles are wired to one of them, or it holds what only one can hold, so that it cannot stand beside its like. */
    boolean carries(Collection<Long> bundles);

    /**
     * Puts bundles into the place of those that others are wired to: announces it, stops the others, and starts them again on the new
     * ones. Puts the old ones back when that fails.
     */
    void replaceGroup(Collection<Long> old, Collection<Long> fresh) throws DeployFault;

    /** Has the hub's own bundles back that a group was replaced by those; empty when there are none. */
    List<Long> putBack(Collection<String> symbolicNames) throws DeployFault;
}
