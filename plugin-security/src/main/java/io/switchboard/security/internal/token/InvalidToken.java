package io.switchboard.security.internal.token;

/** A token that is not to be accepted. The reason is for the hub's own log and never for the caller. */
public final class InvalidToken extends Exception {
    private static final long serialVersionUID = 1L;

    /** With what was wrong. */
    public InvalidToken(String reason) {
        super(reason, null, false, false);
    }
}
