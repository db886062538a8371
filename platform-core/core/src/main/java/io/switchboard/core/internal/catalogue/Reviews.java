package io.switchboard.core.internal.catalogue;

import io.switchboard.core.takeover.BundleReview;
import io.switchboard.core.takeover.ReviewedConnector;
import io.switchboard.core.takeover.ReviewedConnector.State;
import java.util.Comparator;
import java.util.List;

/** Says what there is of a bundle. */
final class Reviews {
    private Reviews() {}

    static BundleReview of(long bundle, List<Arrived> arrived, Offer offer, Admissions admissions) {
        List<ReviewedConnector> connectors = arrived.stream()
                .filter(each -> each.origin().bundleId() == bundle)
                .filter(each -> !isRefused(each, offer))
                .map(each -> of(each, state(each, offer, admissions)))
                .sorted(Comparator.comparing(ReviewedConnector::name))
                .toList();
        return new BundleReview(
                bundle,
                connectors,
                offer.snapshot().refusals().stream()
                        .filter(refusal -> refusal.bundleId() == bundle)
                        .toList());
    }

    private static boolean isRefused(Arrived each, Offer offer) {
        return offer.snapshot().refusals().stream()
                .anyMatch(refusal -> refusal.bundleId() == each.origin().bundleId()
                        && refusal.connector().equals(each.name()));
    }

    private static State state(Arrived each, Offer offer, Admissions admissions) {
        if (admissions.holds(each.origin().bundleId())) {
            return State.HELD;
        }
        if (!each.equals(offer.chosen().get(each.name()))) {
            return State.SUPERSEDED;
        }
        return each.running().quarantine().reason().isPresent() ? State.QUARANTINED : State.OFFERED;
    }

    private static ReviewedConnector of(Arrived each, State state) {
        List<String> operations = each.read().operations().stream()
                .map(operation -> operation.descriptor().id())
                .toList();
        return new ReviewedConnector(
                each.name(),
                operations,
                state,
                reason(each, state),
                each.verdict().changes());
    }

    private static String reason(Arrived each, State state) {
        return switch (state) {
            case HELD -> "It waits for its bundle to be admitted.";
            case SUPERSEDED -> "Another version of its bundle has the calls.";
            case QUARANTINED -> each.running().quarantine().reason().orElse("");
            case OFFERED -> "";
        };
    }
}
