package io.switchboard.ticket.spi;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What is to be set on a ticket; what is empty is left alone. Immutable.
 *
 * @param expectedVersion the {@link Ticket#version()} that the decision was made on
 * @param priority how pressing it is from now on
 * @param flagged whether it stands out from now on
 * @param department who is to deal with it from now on
 * @param due by when from now on
 * @param note why; for employees, at most 1,000 characters
 */
public record TicketEdit(
        String expectedVersion,
        Optional<Priority> priority,
        Optional<Boolean> flagged,
        Optional<String> department,
        Optional<Instant> due,
        Optional<String> note) {
    /** Refuses nulls. */
    public TicketEdit {
        Objects.requireNonNull(expectedVersion, "expectedVersion");
        Objects.requireNonNull(priority, "priority");
        Objects.requireNonNull(flagged, "flagged");
        Objects.requireNonNull(department, "department");
        Objects.requireNonNull(due, "due");
        Objects.requireNonNull(note, "note");
    }
}
