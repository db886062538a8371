package io.switchboard.ticket.spi;

import java.time.Instant;
import java.util.Objects;

/**
 * A comment on a ticket. Immutable.
 *
 * @param id the backend's own id
 * @param ticketId the backend's own id of the ticket
 * @param customerId the customer whose ticket it is, as read from the ticket
 * @param visibility who may read it
 * @param text what it says
 * @param author who wrote it, as the backend names people; empty text where it does not say
 * @param at when it was written
 */
public record Comment(
        String id, String ticketId, String customerId, Visibility visibility, String text, String author, Instant at) {
    /** Refuses nulls. */
    public Comment {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(ticketId, "ticketId");
        Objects.requireNonNull(customerId, "customerId");
        Objects.requireNonNull(visibility, "visibility");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(author, "author");
        Objects.requireNonNull(at, "at");
    }

    /** Begins one; the builder stays when components are added. */
    public static Builder builder(String id, Ticket ticket, Instant at) {
        return new Builder(id, ticket.id(), ticket.customerId(), at);
    }

    /** Begins one by the ids of its ticket and customer. */
    public static Builder builder(String id, String ticketId, String customerId, Instant at) {
        return new Builder(id, ticketId, customerId, at);
    }

    /** Collects the components. Not safe for use from several threads. */
    public static final class Builder {
        private final String id;
        private final String ticketId;
        private final String customerId;
        private final Instant at;
        private Visibility visibility = Visibility.INTERNAL;
        private String text = "";
        private String author = "";

        private Builder(String id, String ticketId, String customerId, Instant at) {
            this.id = id;
            this.ticketId = ticketId;
            this.customerId = customerId;
            this.at = at;
        }

        /** Sets who may read it; else employees alone. */
        public Builder visibility(Visibility value) {
            visibility = value;
            return this;
        }

        /** Sets what it says. */
        public Builder text(String value) {
            text = value;
            return this;
        }

        /** Sets who wrote it. */
        public Builder author(String value) {
            author = value;
            return this;
        }

        /** Makes the comment. */
        public Comment build() {
            return new Comment(id, ticketId, customerId, visibility, text, author, at);
        }
    }
}
