package io.switchboard.core.internal.handle;

/** What handles stand for cannot be read or kept. */
public final class HandlesUnavailable extends Exception {
    private static final long serialVersionUID = 1L;

    /** Wraps what the store said. */
    public HandlesUnavailable(Throwable cause) {
        super("The handles are not available", cause);
    }
}
