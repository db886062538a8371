package io.switchboard.core.internal.audit;

import io.switchboard.core.audit.AuditMeasure;
import io.switchboard.core.audit.AuditPosition;
import io.switchboard.core.audit.AuditRecord;
import io.switchboard.core.internal.audit.key.KeyFolder;
import io.switchboard.core.internal.audit.key.KeyReader;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads records that are durable, from segments that may be removed meanwhile. For one reading.
 *
 * @param <T> what is read of each
 */
final class SegmentReader<T> implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(SegmentReader.class);

    private final SegmentFolder folder;
    private final Cursor end;
    private final Predicate<T> reader;
    private final Decoder<T> decoder;
    private final Closeable keys;
    private int left;

    /** Reads what is wanted of a line. */
    @FunctionalInterface
    private interface Decoder<T> {
        T read(Line line) throws IOException;
    }

    private SegmentReader(
            SegmentFolder folder, Cursor end, int most, Predicate<T> reader, Decoder<T> decoder, Closeable keys) {
        this.folder = folder;
        this.end = end;
        this.left = most;
        this.reader = reader;
        this.decoder = decoder;
        this.keys = keys;
    }

    /** Reads at most so many records up to a place, and none behind the first that is answered by false. */
    static SegmentReader<AuditRecord> ofRecords(
            SegmentFolder folder, Cursor end, int most, Predicate<AuditRecord> reader) throws IOException {
        PersonReader persons = new PersonReader(KeyReader.of(KeyFolder.of(folder.path())));
        return new SegmentReader<>(folder, end, most, reader, new RecordParser(persons)::read, persons);
    }

    /** Reads what is counted of at most so many records up to a place; the customers' keys stay where they are. */
    static SegmentReader<AuditMeasure> ofMeasures(
            SegmentFolder folder, Cursor end, int most, Consumer<AuditMeasure> reader) {
        Predicate<AuditMeasure> all = measure -> {
            reader.accept(measure);
            return true;
        };
        return new SegmentReader<>(folder, end, most, all, new MeasureParser()::read, () -> {});
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
                T content = header ? null : decode(line, from.segment(), offset);
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
    private @Nullable T decode(Line line, long segment, long offset) {
        if (line.intact()) {
            try {
                return decoder.read(line);
            } catch (IOException | RuntimeException e) {
                LOG.debug("A record of the audit cannot be read", e);
            }
        }
        LOG.warn("The audit's segment {} is damaged before {}", segment, offset);
        return null;
    }

    @Override
    public void close() throws IOException {
        keys.close();
    }
}
