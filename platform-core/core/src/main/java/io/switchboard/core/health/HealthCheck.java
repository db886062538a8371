package io.switchboard.core.health;

import org.osgi.annotation.versioning.ConsumerType;

/** One thing the hub needs to serve. A service: whoever registers one takes part in {@code /health/ready}. Must answer at once. */
@ConsumerType
public interface HealthCheck {
    /** The name, such as {@code store}. */
    String name();

    /** How it stands. */
    Status check();

    /**
     * How one thing stands. Immutable.
     *
     * @param ready whether it can serve
     * @param message what is missing and what to do, in English; where it is ready, what it goes without, mostly nothing
     */
    record Status(boolean ready, String message) {
        /** It can serve. */
        public static final Status READY = new Status(true, "");

        /** It cannot. */
        public static Status notReady(String message) {
            return new Status(false, message);
        }
    }
}
