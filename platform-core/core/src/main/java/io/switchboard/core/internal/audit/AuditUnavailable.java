package io.switchboard.core.internal.audit;

/** The audit cannot take a record now; the call must not pass unrecorded. */
public final class AuditUnavailable extends Exception {
    private static final long serialVersionUID = 1L;

    /** Says why. */
    public AuditUnavailable(String message, Throwable cause) {
        super(message, cause);
    }

    /** Says why. */
    public AuditUnavailable(String message) {
        super(message);
    }
}
