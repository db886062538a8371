package io.switchboard.core.internal.bind;

/** A connector gave back what it may not: null, or a record with null where a value is required. */
public final class IllegalResultException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Says what and where, for the log. */
    public IllegalResultException(String message) {
        super(message, null, false, false);
    }
}
