package io.switchboard.connector.testkit.internal;

import io.switchboard.core.audit.AuditRecord;
import io.switchboard.core.internal.audit.AuditLog;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps the records in memory. */
final class MemoryAudit implements AuditLog {
    private final List<AuditRecord> records = new CopyOnWriteArrayList<>();

    List<AuditRecord> records() {
        return List.copyOf(records);
    }

    @Override
    public void append(AuditRecord entry, boolean durable) {
        records.add(entry);
    }

    @Override
    public boolean healthy() {
        return true;
    }
}
