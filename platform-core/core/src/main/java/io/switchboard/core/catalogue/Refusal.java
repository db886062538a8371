package io.switchboard.core.catalogue;

import java.util.List;

/**
 * A connector that is not offered. Immutable.
 *
 * @param bundle the symbolic name and version of its bundle
 * @param bundleId the framework's id of the bundle
 * @param connector the connector's name, as far as it has one
 * @param mistakes all of them, each with class and member
 */
public record Refusal(String bundle, long bundleId, String connector, List<String> mistakes) {
    /** Copies the mistakes. */
    public Refusal {
        mistakes = List.copyOf(mistakes);
    }
}
