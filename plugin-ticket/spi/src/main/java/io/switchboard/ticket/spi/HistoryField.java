package io.switchboard.ticket.spi;

/** What about a ticket changed. */
public enum HistoryField {
    /** It was made. */
    CREATED,
    /** Its {@link TicketStatus}. */
    STATUS,
    /** Its {@link Priority}. */
    PRIORITY,
    /** Whether it stands out: {@code true} or {@code false}. */
    FLAG,
    /** Who is to deal with it. */
    DEPARTMENT,
    /** By when, as an ISO 8601 time. */
    DUE,
    /** It was commented; {@code to} is the {@link Visibility}. */
    COMMENT
}
