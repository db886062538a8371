package io.switchboard.core.internal.once;

/** The register of writes cannot be reached or written. */
public final class ClaimsUnavailable extends Exception {
    private static final long serialVersionUID = 1L;

    /** Wraps what the store said. */
    public ClaimsUnavailable(String message, Throwable cause) {
        super(message, cause);
    }

    /** Says why. */
    public ClaimsUnavailable(String message) {
        super(message);
    }
}
