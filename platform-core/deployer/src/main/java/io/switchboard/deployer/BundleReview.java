package io.switchboard.deployer;

import java.util.List;

/**
 * What the hub has of a bundle. Immutable.
 *
 * @param connectors those that could be read, sorted by name
 * @param changes what differs from what was accepted last, in English
 * @param mistakes why connectors of it are not offered, a line each, in English; empty when nothing is wrong
 * @param ailments what the bundle's own health checks say is missing, a line each, in English
 */
public record BundleReview(
        List<ConnectorStanding> connectors, List<String> changes, List<String> mistakes, List<String> ailments) {
    /** Of a bundle without connectors, or where nobody reads them. */
    public static final BundleReview EMPTY = new BundleReview(List.of(), List.of(), List.of(), List.of());

    /** Copies the lists. */
    public BundleReview {
        connectors = List.copyOf(connectors);
        changes = List.copyOf(changes);
        mistakes = List.copyOf(mistakes);
        ailments = List.copyOf(ailments);
    }
}
