package io.switchboard.rest.internal.wire;

/** An answer grew beyond what the hub keeps in memory for one. */
public final class TooLargeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooLargeException(int limit) {
        super("the answer is larger than " + limit + " bytes");
    }
}
