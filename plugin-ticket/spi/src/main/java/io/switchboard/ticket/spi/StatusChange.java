package io.switchboard.ticket.spi;

import java.util.Objects;
import java.util.Optional;

/**
 * A step from one state to another. Immutable.
 *
 * @param from the state that the ticket must be in
 * @param to the state it is to be in
 * @param note why; for employees, at most 1,000 characters
 */
public record StatusChange(TicketStatus from, TicketStatus to, Optional<String> note) {
    /** Refuses nulls. */
    public StatusChange {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(note, "note");
    }
}
