package io.switchboard.ticket.spi;

/** How pressing a ticket is, from the least to the most. */
public enum Priority {
    /** Can wait. */
    LOW,
    /** As most are. */
    NORMAL,
    /** Before the others. */
    HIGH,
    /** At once. */
    URGENT;

    /** The more pressing of the two. */
    public Priority atLeast(Priority other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
