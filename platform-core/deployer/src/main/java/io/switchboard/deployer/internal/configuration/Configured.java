package io.switchboard.deployer.internal.configuration;

/**
 * What is configured. A component whose configuration is withheld would run on its defaults, which nobody has chosen; so it is held
 * instead.
 */
public interface Configured {
    /** Keeps the components of a configuration from running, those that come later too. */
    void hold(String pid);

    /** Lets them run again. */
    void release(String pid);
}
