package io.switchboard.crm.spi;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Which entries of a customer's history are wanted. Immutable.
 *
 * @param customerId whose
 * @param kind of this kind; empty: of any
 * @param from at or after this time; empty: since ever
 * @param before before this time; empty: until now
 */
public record EntryQuery(
        String customerId, Optional<EntryKind> kind, Optional<Instant> from, Optional<Instant> before) {
    /** Refuses nulls. */
    public EntryQuery {
        Objects.requireNonNull(customerId, "customerId");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(before, "before");
    }

    /** A customer's whole history. */
    public static EntryQuery of(String customerId) {
        return new EntryQuery(customerId, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
