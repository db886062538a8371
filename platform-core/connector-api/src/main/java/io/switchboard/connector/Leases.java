package io.switchboard.connector;

import java.time.Duration;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Says which of several versions of a bundle, or of several nodes, does what only one may do: poll, schedule, deliver. A service; its
 * names are private to the bundle that gets it and shared by that bundle's versions on all nodes. Safe for use from many threads.
 */
@ProviderType
public interface Leases {
    /**
     * Takes a lease if nobody holds it.
     *
     * @param name what is to be done by one alone; at most 100 characters
     * @param ttl how long it is held without being renewed; one second to one hour
     * @return the lease, or empty when another holds it
     */
    Optional<Lease> tryAcquire(String name, Duration ttl);
}
