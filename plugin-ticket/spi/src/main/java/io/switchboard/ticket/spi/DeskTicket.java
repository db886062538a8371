package io.switchboard.ticket.spi;

import java.util.Objects;
import java.util.Optional;

/**
 * A ticket that another plugin hands in. Immutable.
 *
 * @param customerId the customer it is for, by the CRM's id
 * @param kind what it is about
 * @param subject one line, at most 200 characters
 * @param text what has to be known, at most 10,000 characters
 * @param least how pressing it is at the least, whatever the rules say; {@link Priority#URGENT} also makes it stand out and sets the time
 *     that urgent tickets have
 * @param conversation the conversation it came out of; empty where there is none
 */
public record DeskTicket(
        String customerId,
        TicketKind kind,
        String subject,
        String text,
        Priority least,
        Optional<String> conversation) {
    /** Refuses nulls. */
    public DeskTicket {
        Objects.requireNonNull(customerId, "customerId");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(least, "least");
        Objects.requireNonNull(conversation, "conversation");
    }
}
