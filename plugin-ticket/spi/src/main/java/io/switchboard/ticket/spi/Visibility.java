package io.switchboard.ticket.spi;

/** Who may read a comment. */
public enum Visibility {
    /** Employees alone. */
    INTERNAL,
    /** The customer too. */
    CUSTOMER
}
