package io.switchboard.ticket.spi;

/** Where a ticket stands. A backend maps its own states to these. */
public enum TicketStatus {
    /** Nobody has taken it up yet. */
    NEW,
    /** Somebody works on it. */
    IN_PROGRESS,
    /** It waits for an answer of the customer. */
    WAITING,
    /** It is solved, as the company sees it; the customer may say otherwise. */
    RESOLVED,
    /** It is over. */
    CLOSED;

    /** Whether there is nothing left to do on it. */
    public boolean finished() {
        return this == RESOLVED || this == CLOSED;
    }
}
