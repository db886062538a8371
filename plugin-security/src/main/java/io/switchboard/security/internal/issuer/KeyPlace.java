package io.switchboard.security.internal.issuer;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Where an issuer's keys come from, and how long they count. Immutable.
 *
 * @param issuer the issuer as its tokens name it
 * @param address where its key set is; empty where its metadata say so
 * @param hosts hosts with their ports that may be asked beside the issuer's
 * @param refresh how often they are fetched
 * @param kept how long keys count that could not be fetched again
 */
record KeyPlace(String issuer, Optional<URI> address, Set<String> hosts, Duration refresh, Duration kept) {
    KeyPlace {
        hosts = Set.copyOf(hosts);
    }

    /** Whether an address is one that the configuration allows to ask. */
    boolean allows(URI uri) {
        return Addresses.isSafe(uri)
                && (Addresses.host(uri).equals(Addresses.host(URI.create(issuer)))
                        || hosts.contains(Addresses.host(uri))
                        || address.map(Addresses::host).equals(Optional.of(Addresses.host(uri))));
    }
}
