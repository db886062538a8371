package io.switchboard.connector;

import java.util.Objects;

/** A credential from a connector's settings. Immutable; its {@code toString()} tells nothing. */
public final class Secret {
    private final String value;

    private Secret(String value) {
        this.value = Objects.requireNonNull(value, "value");
    }

    /** Wraps a value from a setting such as {@code _apiKey}. */
    public static Secret of(String value) {
        return new Secret(value);
    }

    /** The credential in clear; for the one place that sends it. */
    public String reveal() {
        return value;
    }

    @Override
    public String toString() {
        return "Secret[hidden]";
    }
}
