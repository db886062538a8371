package io.switchboard.security.internal;

import io.switchboard.core.audit.AuditNote;
import io.switchboard.core.audit.AuditNotes;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what it is told. */
final class NotedAudit implements AuditNotes {
    final List<AuditNote> notes = new CopyOnWriteArrayList<>();
    volatile boolean full;

    @Override
    public void add(AuditNote note) throws IOException {
        if (full) {
            throw new IOException("full");
        }
        notes.add(note);
    }

    AuditNote last() {
        return notes.get(notes.size() - 1);
    }
}
