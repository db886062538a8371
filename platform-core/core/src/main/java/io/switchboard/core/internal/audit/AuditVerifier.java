package io.switchboard.core.internal.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads all segments again and finds the first record that was changed or removed since it was written. May be used beside a hub
 * that writes. It cannot find what somebody changed who wrote the whole chain anew, unless a value of the chain is known from
 * elsewhere: the hub's log tells it at the end of each segment.
 */
public final class AuditVerifier {
    private final SegmentFolder folder;
    /** What must be in the segments; each is taken out where it was found. */
    private final List<AuditHead> heads;

    private boolean begun;
    private long oldest = 1;
    private long records;
    private String chain = Chain.START;

    private AuditVerifier(Path folder) throws IOException {
        this.folder = new SegmentFolder(folder);
        // Before the segments are read, so that they hold at least this much.
        this.heads = AuditHead.readAll(folder);
    }

    /**
     * What was found. Immutable.
     *
     * @param oldest the number of the oldest record that is kept
     * @param newest the number of the newest record that was read
     * @param chain the chain's value behind it
     * @param fault the first fault; empty where there is none
     */
    public record Report(long oldest, long newest, String chain, Optional<Fault> fault) {}

    /**
     * A place where the audit is not what was written. Immutable.
     *
     * @param segment the segment's number
     * @param offset the bytes before the line
     * @param record the number of the first record that is changed, missing or out of place
     * @param what what is wrong, in English
     */
    public record Fault(long segment, long offset, long record, String what) {}

    /**
     * Verifies one node's folder.
     *
     * @throws IOException when it cannot be read
     */
    public static Report verify(Path folder) throws IOException {
        AuditVerifier verifier = new AuditVerifier(folder);
        Fault fault = verifier.run();
        return new Report(verifier.oldest, verifier.records, verifier.chain, Optional.ofNullable(fault));
    }

    private @Nullable Fault run() throws IOException {
        NavigableMap<Long, Path> segments = folder.segments();
        // Retention writes this before it removes a segment; read after the listing it covers all that is missing
        // there.
        long first = AuditHead.read(folder.path())
                .map(AuditHead::first)
                .orElse(segments.isEmpty() ? 0 : segments.firstKey());
        long next = first;
        for (Map.Entry<Long, Path> segment : segments.tailMap(first, true).entrySet()) {
            long number = segment.getKey();
            if (number != next) {
                return new Fault(next, 0, records + 1, "the segment is missing");
            }
            Fault fault = segment(number, segment.getValue(), number == segments.lastKey());
            if (fault != null) {
                return fault;
            }
            next = number + 1;
        }
        for (AuditHead head : heads) {
            if (head.segment() >= first) {
                String what = "records up to " + head.records() + " are missing";
                return new Fault(Math.min(head.segment(), next), 0, records + 1, what);
            }
        }
        return null;
    }

    private @Nullable Fault segment(long number, Path file, boolean last) throws IOException {
        long size = Files.size(file);
        long offset = 0;
        try (LineReader lines = LineReader.open(file, 0, size)) {
            Chain running = null;
            for (Line line = lines.next(); line != null; line = lines.next()) {
                if (!line.intact()) {
                    return new Fault(number, offset, records + 1, "the line is not what was written");
                }
                if (running == null) {
                    SegmentHeader header = SegmentHeader.read(line);
                    if (!begin(number, header)) {
                        return new Fault(number, offset, records + 1, "the segment does not continue the one before");
                    }
                    running = Chain.from(header.continues());
                } else if (RecordCodec.sequence(line) != records + 1) {
                    return new Fault(number, offset, records + 1, "another record stands in its place");
                } else {
                    records++;
                }
                running.add(line.bytes(), line.from(), line.payloadEnd());
                chain = running.value();
                if (!chain.equals(line.chain()) || !fitsHeads(number)) {
                    return new Fault(number, offset, records, "the chain does not fit");
                }
                offset = lines.offset();
            }
        } catch (NoSuchFileException e) {
            return null; // removed by retention since it was listed
        }
        // Behind the last line of the last segment there may be one that is being written.
        return offset == size || last ? null : new Fault(number, offset, records + 1, "the segment was cut");
    }

    private boolean begin(long number, SegmentHeader header) {
        if (begun) {
            return header.segment() == number
                    && header.records() == records
                    && header.continues().equals(chain);
        }
        begun = true;
        records = header.records();
        oldest = records + 1;
        return header.segment() == number;
    }

    private boolean fitsHeads(long number) {
        boolean fits = true;
        Iterator<AuditHead> left = heads.iterator();
        while (left.hasNext()) {
            AuditHead head = left.next();
            if (head.segment() == number && head.records() == records) {
                fits &= head.chain().equals(chain);
                left.remove();
            }
        }
        return fits;
    }
}
