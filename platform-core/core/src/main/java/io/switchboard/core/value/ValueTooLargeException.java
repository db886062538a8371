package io.switchboard.core.value;

/** An answer grew beyond what the hub keeps in memory for one. */
public final class ValueTooLargeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Says what the limit was. */
    public ValueTooLargeException(int limitBytes) {
        super("the answer is larger than " + limitBytes + " bytes");
    }
}
