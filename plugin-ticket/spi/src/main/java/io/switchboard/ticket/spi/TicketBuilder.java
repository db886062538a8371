package io.switchboard.ticket.spi;

import java.time.Instant;
import java.util.Optional;

/** Collects the components of a {@link Ticket}. Not safe for use from several threads. */
public final class TicketBuilder {
    private final String id;
    private final String customerId;
    private final Instant createdAt;
    private TicketKind kind = TicketKind.OTHER;
    private String subject = "";
    private String text = "";
    private TicketStatus status = TicketStatus.NEW;
    private Priority priority = Priority.NORMAL;
    private boolean flagged;
    private String department = "";
    private Optional<Instant> due = Optional.empty();
    private Optional<String> conversation = Optional.empty();
    private Instant updatedAt;
    private String version = "";

    TicketBuilder(String id, String customerId, Instant createdAt) {
        this.id = id;
        this.customerId = customerId;
        this.createdAt = createdAt;
        this.updatedAt = createdAt;
    }

    /** Sets what it is about; else {@link TicketKind#OTHER}. */
    public TicketBuilder kind(TicketKind value) {
        kind = value;
        return this;
    }

    /** Sets the one line. */
    public TicketBuilder subject(String value) {
        subject = value;
        return this;
    }

    /** Sets what the customer said. */
    public TicketBuilder text(String value) {
        text = value;
        return this;
    }

    /** Sets where it stands; else {@link TicketStatus#NEW}. */
    public TicketBuilder status(TicketStatus value) {
        status = value;
        return this;
    }

    /** Sets how pressing it is; else {@link Priority#NORMAL}. */
    public TicketBuilder priority(Priority value) {
        priority = value;
        return this;
    }

    /** Sets whether it stands out. */
    public TicketBuilder flagged(boolean value) {
        flagged = value;
        return this;
    }

    /** Sets who is to deal with it. */
    public TicketBuilder department(String value) {
        department = value;
        return this;
    }

    /** Sets by when. */
    public TicketBuilder due(Optional<Instant> value) {
        due = value;
        return this;
    }

    /** Sets the conversation it came out of. */
    public TicketBuilder conversation(Optional<String> value) {
        conversation = value;
        return this;
    }

    /** Sets when it was changed last; else when it was made. */
    public TicketBuilder updatedAt(Instant value) {
        updatedAt = value;
        return this;
    }

    /** Sets the version. */
    public TicketBuilder version(String value) {
        version = value;
        return this;
    }

    /** Makes the ticket. */
    public Ticket build() {
        return new Ticket(
                id,
                customerId,
                kind,
                subject,
                text,
                status,
                priority,
                flagged,
                department,
                due,
                conversation,
                createdAt,
                updatedAt,
                version);
    }
}
