package io.switchboard.analytics.internal;

import io.switchboard.core.audit.AuditMeasure;
import io.switchboard.core.audit.AuditPosition;
import io.switchboard.core.audit.AuditRecord;
import io.switchboard.core.audit.AuditTrail;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** An audit in memory; a place is the number of records before it. */
final class FakeTrail implements AuditTrail {
    private final List<AuditRecord> records = new CopyOnWriteArrayList<>();

    void add(Instant time, String operation, int code, long micros) {
        records.add(record(time, operation, code, micros));
    }

    void addAll(List<AuditRecord> more) {
        records.addAll(more);
    }

    static AuditRecord record(Instant time, String operation, int code, long micros) {
        return new AuditRecord(
                time,
                "hub",
                "c",
                "t",
                "rest",
                "bot",
                "",
                "",
                "C-1",
                "",
                operation,
                "{}",
                code,
                "",
                false,
                "",
                micros,
                1,
                "",
                AuditRecord.Person.SHOWN);
    }

    @Override
    public AuditPosition scan(AuditPosition from, int most, Predicate<AuditRecord> reader) {
        int at = (int) from.offset();
        int end = Math.min(records.size(), at + most);
        int next = at;
        boolean more = true;
        while (more && next < end) {
            more = reader.test(records.get(next++));
        }
        return next == at ? from : new AuditPosition(1, next);
    }

    @Override
    public AuditPosition measure(AuditPosition from, int most, Consumer<AuditMeasure> reader) {
        return scan(from, most, entry -> {
            reader.accept(new AuditMeasure(entry.time(), entry.operation(), entry.code(), entry.micros()));
            return true;
        });
    }

    @Override
    public AuditPosition since(Instant time) {
        return AuditPosition.START;
    }
}
