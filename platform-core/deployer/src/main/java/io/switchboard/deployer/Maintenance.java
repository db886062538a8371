package io.switchboard.deployer;

import java.time.Instant;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Announces that a bundle is being replaced on which others rest, so that the hub cannot take calls for a moment. A service; safe for use
 * from many threads, and fast enough to be asked at every request.
 */
@ProviderType
public interface Maintenance {
    /** When calls are expected to be taken again; empty when nothing is being replaced. */
    Optional<Instant> until();
}
