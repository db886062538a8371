package io.switchboard.core.internal.audit;

import io.switchboard.core.audit.AuditPosition;
import io.switchboard.core.audit.AuditRecord;
import io.switchboard.core.internal.audit.key.KeyFolder;
import io.switchboard.core.internal.audit.key.KeyReader;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads records that are durable, from segments that may be removed meanwhile. For one reading. */
final class SegmentReader implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(SegmentReader.class);

    private final SegmentFolder folder;
    private final Cursor end;
    private final Predicate<AuditRecord> reader;
    private final PersonReader persons;
    private final RecordParser parser;
    private int left;

    /** Reads at most so many records up to a place, and none behind the first that is answered by false. */
    SegmentReader(SegmentFolder folder, Cursor end, int most, Predicate<AuditRecord> reader) throws IOException {
        this.folder = folder;
        this.end = end;
        this.left = most;
        this.reader = reader;
        this.persons = new PersonReader(KeyReader.of(KeyFolder.of(folder.path())));
        this.parser = new RecordParser(persons);
    }

    AuditPosition read(AuditPosition from) throws IOException {
        AuditPosition place = from;
        if (place.segment() > end.segment()) {
            LOG.warn("A reader of the audit stood at segment {}, which is not there: it begins anew", place.segment());
            place = AuditPosition.START;
        }
        while (left > 0) {
            AuditPosition behind = readSegment(place);
            if (left == 0 || behind.segment() >= end.segment()) {
                return behind;
            }
            Long next = folder.segments().higherKey(behind.segment());
            if (next == null || next > end.segment()) {
                return behind;
            }
            place = new AuditPosition(next, 0);
        }
        return place;
    }

    private AuditPosition readSegment(AuditPosition from) throws IOException {
        long limit = from.segment() == end.segment() ? end.offset() : Long.MAX_VALUE;
        long offset = from.offset();
        if (from.segment() == 0 || offset >= limit) {
            return from;
        }
        try (LineReader lines = LineReader.open(folder.file(from.segment()), offset, limit)) {
            while (left > 0) {
                Line line = lines.next();
                if (line == null) {
                    break;
                }
                boolean header = offset == 0;
                offset = lines.offset();
                AuditRecord content = header ? null : decode(line, from.segment(), offset);
                if (content != null) {
                    left = reader.test(content) ? left - 1 : 0;
                }
            }
        } catch (NoSuchFileException e) {
            LOG.debug("Segment {} of the audit was removed while it was read", from.segment());
        }
        return new AuditPosition(from.segment(), offset);
    }

    /** The record of a line; null where the line is damaged, which the verifier reports and no reader has to stop at. */
    private @Nullable AuditRecord decode(Line line, long segment, long offset) {
        if (line.intact()) {
            try {
                return parser.read(line);
            } catch (IOException | RuntimeException e) {
                LOG.debug("A record of the audit cannot be read", e);
            }
        }
        LOG.warn("The audit's segment {} is damaged before {}", segment, offset);
        return null;
    }

    @Override
    public void close() throws IOException {
        persons.close();
    }
}
