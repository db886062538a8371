package io.switchboard.deployer;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What became of one file. Immutable.
 *
 * @param file its name in {@code deploy/}
 * @param state how it stands
 * @param bundles of the newest content that could be read: one for a jar, several for a {@code .zip}, none for a configuration
 * @param connectors what the hub has of the bundles that are installed, sorted by name
 * @param changes what differs in the connectors' wire contracts and descriptions from what was accepted last, in English
 * @param reason why it does not run, or not all of it
 * @param stillRunning the bundles of an earlier content that go on serving, where the newest one does not (yet)
 * @param signers who signed the bundles, each with the end of the certificate's validity and its fingerprint; empty where nobody has to
 * @param since when it came to stand so
 */
public record Deployment(
        String file,
        DeploymentState state,
        List<BundleName> bundles,
        List<ConnectorStanding> connectors,
        List<String> changes,
        Optional<Reason> reason,
        List<BundleName> stillRunning,
        List<String> signers,
        Instant since) {
    /** Copies the lists. */
    public Deployment {
        bundles = List.copyOf(bundles);
        connectors = List.copyOf(connectors);
        changes = List.copyOf(changes);
        stillRunning = List.copyOf(stillRunning);
        signers = List.copyOf(signers);
    }

    /** Whether it differs from another in more than the time. */
    public boolean sameAs(Deployment other) {
        return equals(new Deployment(
                other.file,
                other.state,
                other.bundles,
                other.connectors,
                other.changes,
                other.reason,
                other.stillRunning,
                other.signers,
                since));
    }
}
