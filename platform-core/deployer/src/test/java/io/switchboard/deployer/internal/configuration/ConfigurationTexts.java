package io.switchboard.deployer.internal.configuration;

/** For tests elsewhere. */
public final class ConfigurationTexts {
    private ConfigurationTexts() {}

    /** Without anything to refer to. */
    public static ConfigurationText plain() {
        return new ConfigurationText(new References(name -> null, name -> null, name -> null));
    }
}
