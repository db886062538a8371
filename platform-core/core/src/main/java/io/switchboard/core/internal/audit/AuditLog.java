package io.switchboard.core.internal.audit;

import io.switchboard.core.audit.AuditRecord;

/** Where the pipeline leaves what happened. Safe for use from many threads. */
public interface AuditLog {
    /**
     * Takes a record. Waits for room in the queue for at most a bounded time, and, where asked, until the record is durable.
     *
     * @param durable whether to return only when it would survive the end of the process and of the machine
     * @throws AuditUnavailable when it could not be taken or made durable in time
     */
    void append(AuditRecord entry, boolean durable) throws AuditUnavailable;

    /** Whether records are being taken. */
    boolean healthy();
}
