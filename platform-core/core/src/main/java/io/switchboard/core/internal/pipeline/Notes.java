package io.switchboard.core.internal.pipeline;

import io.switchboard.connector.ErrorCode;
import io.switchboard.core.audit.AuditNote;
import io.switchboard.core.audit.AuditNotes;
import io.switchboard.core.audit.AuditRecord;
import io.switchboard.core.audit.AuditRecord.Person;
import io.switchboard.core.internal.audit.AuditLog;
import io.switchboard.core.internal.audit.AuditUnavailable;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Makes audit records of what is no call. Safe for use from many threads. */
public final class Notes implements AuditNotes {
    private final AuditLog audit;
    private final Supplier<String> node;

    /** Takes this hub's name in the audit, which may change. */
    public Notes(AuditLog audit, Supplier<String> node) {
        this.audit = audit;
        this.node = node;
    }

    @Override
    public void add(AuditNote note) throws IOException {
        long nanos = Math.max(0, Duration.between(note.started(), Instant.now()).toNanos());
        AuditRecord entry = new AuditRecord(
                note.started(),
                node.get(),
                Traces.newId(),
                Traces.from(note.traceparent()).traceId(),
                note.transport(),
                note.principal(),
                "",
                note.actor(),
                note.customer(),
                "",
                note.operation(),
                note.arguments(),
                note.failure().map(ErrorCode::number).orElse(0),
                note.reason(),
                false,
                note.alarm(),
                TimeUnit.NANOSECONDS.toMicros(nanos),
                0,
                "",
                Person.SHOWN);
        try {
            audit.append(entry, false);
        } catch (AuditUnavailable e) {
            throw new IOException(e);
        }
    }
}
