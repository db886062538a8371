package io.switchboard.core.internal.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.connector.ErrorCode;
import io.switchboard.core.audit.AuditNote;
import io.switchboard.core.audit.AuditRecord;
import io.switchboard.core.internal.audit.AuditLog;
import io.switchboard.core.internal.audit.AuditUnavailable;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NotesTest {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    private final Audit audit = new Audit();
    private final Notes notes = new Notes(audit, () -> "node-1");

    private static final class Audit implements AuditLog {
        private final List<AuditRecord> records = new ArrayList<>();
        private boolean full;

        @Override
        public void append(AuditRecord entry, boolean durable) throws AuditUnavailable {
            if (full) {
                throw new AuditUnavailable("full");
            }
            records.add(entry);
        }

        @Override
        public boolean healthy() {
            return !full;
        }
    }

    private static AuditNote note(Optional<ErrorCode> failure) {
        return new AuditNote(
                Instant.now(),
                Optional.of("00-" + TRACE + "-00f067aa0ba902b7-01"),
                "hub.oauth2.token",
                "oauth2",
                "agent",
                "agent",
                "C-1",
                "{}",
                failure,
                failure.isPresent() ? "oauth2/invalid_client" : "",
                "locked-out");
    }

    @Test
    void whatWasDoneHasAnIdOfItsOwnAndThePlaceInItsTrace() throws IOException {
        notes.add(note(Optional.empty()));
        notes.add(note(Optional.of(ErrorCode.UNAUTHENTICATED)));
        AuditRecord done = audit.records.get(0);
        AuditRecord refused = audit.records.get(1);
        assertEquals("node-1", done.node());
        assertEquals(TRACE, done.traceId());
        assertTrue(done.callId().matches("[0-9a-f]{32}"), done::callId);
        assertEquals(List.of("agent", "agent", "C-1"), List.of(done.principal(), done.actor(), done.customer()));
        assertEquals(0, done.code());
        assertTrue(done.micros() >= 0);
        assertEquals(4011, refused.code());
        assertEquals("oauth2/invalid_client", refused.reason());
        assertEquals("locked-out", refused.alarm());
        assertTrue(!refused.callId().equals(done.callId()));
    }

    @Test
    void whatCannotBeRecordedIsSaidSo() {
        audit.full = true;
        assertThrows(IOException.class, () -> notes.add(note(Optional.empty())));
    }
}
