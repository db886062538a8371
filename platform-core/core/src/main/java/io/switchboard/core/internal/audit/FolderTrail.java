package io.switchboard.core.internal.audit;

import io.switchboard.core.audit.AuditMeasure;
import io.switchboard.core.audit.AuditPosition;
import io.switchboard.core.audit.AuditRecord;
import io.switchboard.core.audit.AuditTrail;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Reads a folder of segments beside the hub that may be writing it, or when none is. Safe for use from many threads. */
public final class FolderTrail implements AuditTrail {
    /** Behind everything that is whole. */
    private static final Cursor END = new Cursor(Long.MAX_VALUE, 0, 0, Chain.START);

    private final SegmentFolder folder;

    /** The trail of one node's folder. */
    public FolderTrail(Path folder) {
        this.folder = new SegmentFolder(folder);
    }

    @Override
    public AuditPosition scan(AuditPosition from, int most, Predicate<AuditRecord> reader) throws IOException {
        try (SegmentReader<AuditRecord> segments = SegmentReader.ofRecords(folder, END, most, reader)) {
            return segments.read(from);
        }
    }

    @Override
    public AuditPosition measure(AuditPosition from, int most, Consumer<AuditMeasure> reader) throws IOException {
        try (SegmentReader<AuditMeasure> segments = SegmentReader.ofMeasures(folder, END, most, reader)) {
            return segments.read(from);
        }
    }

    @Override
    public AuditPosition since(Instant time) throws IOException {
        return folder.since(time);
    }
}
