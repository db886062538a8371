package io.switchboard.core.internal.audit;

import io.switchboard.core.audit.AuditPosition;
import io.switchboard.core.audit.AuditRecord;
import io.switchboard.core.audit.AuditTrail;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Records to write, and how to get them back. */
final class Records {
    private Records() {}

    static AuditRecord of(String callId) {
        return with(callId, "{\"customerId\":\"C-1001\",\"text\":\"hello\"}");
    }

    /** About a customer; about nobody where that is empty. */
    static AuditRecord about(String callId, String customer) {
        return full(callId, customer, "{\"text\":\"hello\"}");
    }

    static AuditRecord with(String callId, String arguments) {
        return full(callId, "C-1001", arguments);
    }

    private static AuditRecord full(String callId, String customer, String arguments) {
        return new AuditRecord(
                Instant.parse("2026-11-22T10:15:30.123456Z"),
                "node-1",
                callId,
                "4bf92f3577b34da6a3ce929d0e0e4736",
                "rest",
                "demo-chatbot",
                "",
                "",
                customer,
                "conv-77",
                "crm.v1.customer.get",
                arguments,
                0,
                "",
                false,
                "",
                812,
                1,
                "",
                AuditRecord.Person.SHOWN);
    }

    static List<AuditRecord> all(AuditTrail trail) throws IOException {
        List<AuditRecord> found = new ArrayList<>();
        AuditPosition place = AuditPosition.START;
        AuditPosition before;
        do {
            before = place;
            place = trail.read(before, 1_000, found::add);
        } while (!place.equals(before));
        return found;
    }

    static List<String> ids(AuditTrail trail) throws IOException {
        return all(trail).stream().map(AuditRecord::callId).toList();
    }

    /** Waits for a condition, for ten seconds at most. */
    static void await(String what, Condition condition) throws Exception {
        Instant end = Instant.now().plus(Duration.ofSeconds(10));
        while (!condition.holds()) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("still waiting until " + what);
            }
            LockSupport.parkNanos(1_000_000);
        }
    }

    @FunctionalInterface
    interface Condition {
        boolean holds() throws Exception;
    }
}
