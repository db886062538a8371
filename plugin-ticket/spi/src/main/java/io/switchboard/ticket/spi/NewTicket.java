package io.switchboard.ticket.spi;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A ticket to be made, already dispatched. Immutable.
 *
 * @param customerId the customer it is for, by the CRM's id
 * @param kind what it is about
 * @param subject one line, at most 200 characters
 * @param text what the customer says, at most 10,000 characters
 * @param priority how pressing it is
 * @param flagged whether it stands out
 * @param department who is to deal with it
 * @param due by when; empty: no time is set
 * @param conversation the conversation it came out of; empty where there is none
 */
public record NewTicket(
        String customerId,
        TicketKind kind,
        String subject,
        String text,
        Priority priority,
        boolean flagged,
        String department,
        Optional<Instant> due,
        Optional<String> conversation) {
    /** Refuses nulls. */
    public NewTicket {
        Objects.requireNonNull(customerId, "customerId");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(priority, "priority");
        Objects.requireNonNull(department, "department");
        Objects.requireNonNull(due, "due");
        Objects.requireNonNull(conversation, "conversation");
    }
}
