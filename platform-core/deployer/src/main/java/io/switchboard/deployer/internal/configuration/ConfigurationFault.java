package io.switchboard.deployer.internal.configuration;

/** Why a file cannot become a configuration. The message names keys, never values: they may be secret. */
public class ConfigurationFault extends Exception {
    private static final long serialVersionUID = 1L;

    ConfigurationFault(String message) {
        super(message, null, false, false);
    }

    /** What is wrong, and where. */
    public final String reason() {
        return String.valueOf(getMessage());
    }
}
