package io.switchboard.core.internal.catalogue;

import io.switchboard.core.catalogue.CatalogueSnapshot;
import io.switchboard.core.catalogue.Refusal;
import io.switchboard.core.descriptor.ConnectorDescriptor;
import io.switchboard.core.internal.bind.BoundOperation;
import io.switchboard.core.internal.pipeline.Target;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is offered at one moment. Immutable.
 *
 * @param snapshot for those who read it
 * @param chosen by the connector's name, the one that gets the calls
 * @param targets by the operation's canonical name
 * @param awaited the names of the operations that were there a moment ago
 */
record Offer(
        CatalogueSnapshot snapshot, Map<String, Arrived> chosen, Map<String, Target> targets, Set<String> awaited) {
    static final Offer NONE = new Offer(CatalogueSnapshot.of(0, List.of(), List.of()), Map.of(), Map.of(), Set.of());

    /** Chooses among those that arrived, in their order: of one bundle's versions the one that was admitted last, else came last. */
    static Offer of(
            long generation,
            List<Arrived> arrived,
            Collection<Refusal> faulty,
            Admissions admissions,
            Awaited awaited) {
        Map<String, Arrived> owners = new HashMap<>();
        Map<String, Arrived> chosen = new HashMap<>();
        List<Refusal> refusals = new ArrayList<>(faulty);
        for (Arrived each : arrived) {
            Arrived owner = owners.computeIfAbsent(each.name(), name -> each);
            if (!each.sameBundleName(owner)) {
                refusals.add(each.refusedFor(owner));
            } else if (each.verdict().refused()) {
                refusals.add(each.refusedForItsContract());
            } else if (!admissions.holds(each.origin().bundleId())) {
                chosen.merge(
                        each.name(),
                        each,
                        (one, later) -> rank(admissions, one) > rank(admissions, later) ? one : later);
            }
        }
        List<ConnectorDescriptor> descriptors = new ArrayList<>();
        Map<String, Target> targets = new HashMap<>();
        for (Arrived each : chosen.values()) {
            descriptors.add(each.read().descriptor());
            for (BoundOperation operation : each.read().operations()) {
                targets.put(operation.descriptor().name(), new Target(operation, each.running()));
            }
        }
        descriptors.sort(Comparator.comparing(ConnectorDescriptor::id).thenComparing(ConnectorDescriptor::version));
        List<ConnectorDescriptor> absent = awaited.besides(chosen.keySet());
        return new Offer(
                CatalogueSnapshot.of(generation, descriptors, refusals, absent),
                Map.copyOf(chosen),
                Map.copyOf(targets),
                Awaited.operations(absent));
    }

    private static long rank(Admissions admissions, Arrived each) {
        return admissions.rank(each.origin().bundleId());
    }
}
