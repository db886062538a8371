package io.switchboard.crm.spi;

import java.util.Objects;

/**
 * What an observation is about: a customer shows at most one value for each. Immutable.
 *
 * @param kind what it is
 * @param name which one: the tag itself, or the name of the preference or need; 1 to 40 characters
 */
public record Topic(Kind kind, String name) {
    /** What can be observed. */
    public enum Kind {
        /** A label; it has no value. */
        TAG,
        /** How the customer likes to be served. */
        PREFERENCE,
        /** What the customer is looking for now. */
        NEED
    }

    /** Refuses nulls. */
    public Topic {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(name, "name");
    }
}
