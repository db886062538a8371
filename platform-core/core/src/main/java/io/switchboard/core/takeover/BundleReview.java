package io.switchboard.core.takeover;

import io.switchboard.core.catalogue.Refusal;
import java.util.List;

/**
 * What the hub has of a bundle at one moment. Immutable.
 *
 * @param bundle the framework's id of it
 * @param connectors those without mistakes, sorted by name
 * @param refusals those that are not offered, with all their mistakes
 */
public record BundleReview(long bundle, List<ReviewedConnector> connectors, List<Refusal> refusals) {
    /** Copies the lists. */
    public BundleReview {
        connectors = List.copyOf(connectors);
        refusals = List.copyOf(refusals);
    }
}
