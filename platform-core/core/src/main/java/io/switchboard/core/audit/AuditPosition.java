package io.switchboard.core.audit;

/**
 * A place between two audit records. Immutable.
 *
 * @param segment the number of the segment
 * @param offset the bytes before it
 */
public record AuditPosition(long segment, long offset) {
    /** Before the oldest record. */
    public static final AuditPosition START = new AuditPosition(0, 0);
}
