package io.switchboard.ticket.spi;

import io.switchboard.connector.PageRequest;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Which tickets of a customer are wanted. Immutable.
 *
 * @param customerId whose
 * @param statuses in one of these states; empty: in any
 * @param kinds of one of these kinds; empty: of any
 * @param from made at or after this time; empty: since ever
 * @param before made before this time; empty: until now
 * @param page which part
 */
public record TicketQuery(
        String customerId,
        Set<TicketStatus> statuses,
        Set<TicketKind> kinds,
        Optional<Instant> from,
        Optional<Instant> before,
        PageRequest page) {
    /** Copies the sets. */
    public TicketQuery {
        Objects.requireNonNull(customerId, "customerId");
        statuses = Set.copyOf(statuses);
        kinds = Set.copyOf(kinds);
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(page, "page");
    }

    /** All tickets of a customer. */
    public static TicketQuery of(String customerId, PageRequest page) {
        return new TicketQuery(customerId, Set.of(), Set.of(), Optional.empty(), Optional.empty(), page);
    }
}
