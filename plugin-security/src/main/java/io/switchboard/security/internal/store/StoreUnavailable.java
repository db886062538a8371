package io.switchboard.security.internal.store;

/** The store did not answer. */
public final class StoreUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** By what became known. */
    public StoreUnavailable(Throwable cause) {
        super("The store of clients does not answer", cause);
    }
}
