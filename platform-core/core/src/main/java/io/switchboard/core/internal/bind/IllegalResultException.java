package io.switchboard.core.internal.bind;

/** A connector gave back what it may not, such as null where a value is required, or more rows than were asked for. */
public final class IllegalResultException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Says what and where, for the log. */
    public IllegalResultException(String message) {
        super(message, null, false, false);
    }
}
