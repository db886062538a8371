package io.switchboard.deployer.internal.configuration;

/** A file is well written, but what it refers to is not there: a secret, a variable of the environment, a property. */
public final class MissingValue extends ConfigurationFault {
    private static final long serialVersionUID = 1L;

    MissingValue(String message) {
        super(message);
    }
}
