package io.switchboard.ticket.spi;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A ticket as it stood when it was read. Immutable; made by {@link #builder}.
 *
 * @param id the backend's own id, without the instance; at most 100 characters
 * @param customerId the customer it is for, by the CRM's id; the backend has read it from the row, not from the question
 * @param kind what it is about
 * @param subject one line
 * @param text what the customer said when it was made
 * @param status where it stands
 * @param priority how pressing it is
 * @param flagged whether it stands out
 * @param department who is to deal with it; empty text where nobody is named
 * @param due by when; empty: no time is set
 * @param conversation the conversation it came out of; empty where there is none
 * @param createdAt when it was made
 * @param updatedAt when it was changed or commented last
 * @param version differs after every change of what {@link TicketBackend#edit} sets; opaque, at most 100 characters
 */
public record Ticket(
        String id,
        String customerId,
        TicketKind kind,
        String subject,
        String text,
        TicketStatus status,
        Priority priority,
        boolean flagged,
        String department,
        Optional<Instant> due,
        Optional<String> conversation,
        Instant createdAt,
        Instant updatedAt,
        String version) {
    /** Refuses nulls. */
    public Ticket {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(customerId, "customerId");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(priority, "priority");
        Objects.requireNonNull(department, "department");
        Objects.requireNonNull(due, "due");
        Objects.requireNonNull(conversation, "conversation");
        Objects.requireNonNull(createdAt, "createdAt");
        Objects.requireNonNull(updatedAt, "updatedAt");
        Objects.requireNonNull(version, "version");
    }

    /** Begins one of these by what every ticket has; the builder stays when components are added. */
    public static TicketBuilder builder(String id, String customerId, Instant createdAt) {
        return new TicketBuilder(id, customerId, createdAt);
    }
}
