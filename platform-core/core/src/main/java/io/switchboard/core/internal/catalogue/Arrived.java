package io.switchboard.core.internal.catalogue;

import io.switchboard.core.catalogue.Refusal;
import io.switchboard.core.internal.catalogue.ConnectorRegistry.Origin;
import io.switchboard.core.internal.contract.Verdict;
import io.switchboard.core.internal.pipeline.RunningConnector;
import io.switchboard.core.internal.reader.DescriptorReader.ReadConnector;
import java.util.List;

/**
 * A connector without mistakes that is there. Immutable but for what runs.
 *
 * @param key what its departure will name it by
 * @param origin whose it is
 * @param running where its calls go
 * @param read what it is
 * @param verdict what its contract is beside the one that was accepted before
 */
record Arrived(Object key, Origin origin, RunningConnector running, ReadConnector read, Verdict verdict) {
    String name() {
        return running.name();
    }

    boolean sameBundleName(Arrived other) {
        return origin.symbolicName().equals(other.origin.symbolicName());
    }

    Arrived with(Verdict other) {
        return new Arrived(key, origin, running, read, other);
    }

    /** It is the bundle's own doing: it would break those who call. */
    Refusal refusedForItsContract() {
        return new Refusal(origin.bundle(), origin.bundleId(), name(), verdict.mistakes());
    }

    /** A connector is its bundle's: another bundle that takes its name must not get the calls meant for it. */
    Refusal refusedFor(Arrived owner) {
        return new Refusal(
                origin.bundle(),
                origin.bundleId(),
                name(),
                List.of("the bundle " + owner.origin.symbolicName() + " offers " + name()
                        + " already; only a bundle of the same symbolic name may take it over"));
    }
}
