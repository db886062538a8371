package io.switchboard.connector;

import java.util.Objects;

/**
 * A credential from a connector's settings. Immutable; its {@code toString()} tells nothing.
 *
 * <p>Settings come as text, and an annotation's own {@code toString()} prints every one of them in clear. So wrap a credential as soon as
 * it arrives, keep the {@code Secret}, and never keep or log the annotation. Its setting is named with a {@code _} in front, which
 * the framework turns into a dot: what begins with a dot stays with the component, while every other setting becomes a property of the
 * service and can be read by all bundles.
 *
 * <pre>{@code
 * @interface Config {
 *     String url();
 *     String _apiKey();
 * }
 *
 * @Activate
 * public Loyalty(Config config) {
 *     backend = new Backend(URI.create(config.url()), Secret.of(config._apiKey()));
 * }
 * }</pre>
 *
 * <p>In the file of settings it then reads {@code .apiKey = $[env:LOYALTY_KEY]}, which takes it from an environment variable.
 */
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
