package io.switchboard.core.internal.audit;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds where the last run ended. Immutable.
 *
 * @param place behind the last whole line
 * @param header the header of the segment it is in; null where there is none
 */
record TailScan(Cursor place, @Nullable SegmentHeader header) {
    /** The most that can stand behind the last force: a crash tears nothing before it. */
    static final long WINDOW = 8L << 20;

    private static final Logger LOG = LoggerFactory.getLogger(TailScan.class);

    /** Looks at the newest segment that has a header; what is torn is kept aside, to be cut off when writing begins. */
    static TailScan of(SegmentFolder folder) throws IOException {
        for (Map.Entry<Long, Path> segment : folder.segments().descendingMap().entrySet()) {
            TailScan scan = of(folder, segment.getKey(), segment.getValue());
            if (scan != null) {
                return scan;
            }
        }
        return new TailScan(Cursor.START, null);
    }

    private static @Nullable TailScan of(SegmentFolder folder, long number, Path file) throws IOException {
        long size = Files.size(file);
        SegmentHeader header = null;
        Cursor place = Cursor.START;
        try (LineReader lines = LineReader.open(file, 0, size)) {
            Line first = lines.next();
            if (first != null && first.intact()) {
                header = SegmentHeader.read(first);
                place = new Cursor(number, lines.offset(), header.records(), first.chain());
            }
        }
        if (header == null) {
            LOG.warn("The audit's segment {} has no header: it is put aside whole", number);
            Files.move(file, folder.torn(number, 0), StandardCopyOption.REPLACE_EXISTING);
            return null;
        }
        Cursor last = lastLine(file, place, Math.max(place.offset(), size - WINDOW), size);
        if (last.equals(place)) {
            last = lastLine(file, place, place.offset(), size);
        }
        if (last.offset() < size) {
            keepTorn(folder, file, number, last.offset(), size);
        }
        return new TailScan(last, header);
    }

    /** The place behind the last whole line of those that follow each other from an offset on. */
    private static Cursor lastLine(Path file, Cursor header, long from, long size) throws IOException {
        Cursor place = header;
        try (LineReader lines = LineReader.open(file, from, size)) {
            if (from > header.offset()) {
                lines.next(); // the rest of a line
            }
            Line line = lines.next();
            while (line != null && line.intact()) {
                place = new Cursor(header.segment(), lines.offset(), RecordCodec.sequence(line), line.chain());
                line = lines.next();
            }
        }
        return place;
    }

    private static void keepTorn(SegmentFolder folder, Path file, long number, long from, long size) {
        Path aside = folder.torn(number, from);
        LOG.warn("The audit's segment {} was torn at {}: {} bytes are put aside", number, from, size - from);
        try (FileChannel source = FileChannel.open(file, StandardOpenOption.READ);
                FileChannel target = FileChannel.open(
                        aside,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
            source.transferTo(from, size - from, target);
        } catch (IOException e) {
            // On a full disk the hub must come up all the same, and nobody was told that these bytes are durable.
            LOG.warn("What was torn could not be put aside", e);
        }
    }

    Instant opened() {
        return header == null ? Instant.EPOCH : header.opened();
    }
}
