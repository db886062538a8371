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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads all segments again and finds the first record that was changed or removed since it was written. May be used beside a hub
 * that writes. It cannot find what somebody changed who wrote the whole chain and the head anew, unless an anchor is known from elsewhere:
 * the hub's log tells one each hour and at the end of each segment.
 */
public final class AuditVerifier {
    private final SegmentFolder folder;
    /** What must be in the segments; each is taken out where it was found. */
    private final List<AuditHead> heads;

    private final @Nullable Anchor anchor;
    private boolean anchored;
    private boolean begun;
    private long lastSegment;
    private long oldest = 1;
    private long records;
    private String chain = Chain.START;

    private AuditVerifier(Path folder, @Nullable Anchor anchor) throws IOException {
        this.anchor = anchor;
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
     * @param what what is wrong
     * @param upTo of missing records, the number of the last that is known to have been written; else the same as {@code record}
     */
    public record Fault(long segment, long offset, long record, What what, long upTo) {
        private Fault(long segment, long offset, long record, What what) {
            this(segment, offset, record, what, record);
        }
    }

    /** What can be wrong. */
    public enum What {
        /** A segment is not there. */
        SEGMENT_MISSING,
        /** A segment has another number, or continues something else than the one before it. */
        SEGMENT_FOREIGN,
        /** A segment ends in the middle of a line. */
        SEGMENT_CUT,
        /** A line does not fit its checksum. */
        LINE_CHANGED,
        /** A record was removed, or stands elsewhere. */
        RECORD_OUT_OF_PLACE,
        /** A line fits its checksum, and not the chain. */
        CHAIN_BROKEN,
        /** What is known to have been written last is not there. */
        END_MISSING,
        /** The chain had another value at the anchor. */
        ANCHOR_DIFFERS
    }

    /**
     * A value of the chain that is known from elsewhere. Immutable.
     *
     * @param record how many records there were
     * @param chain 64 hexadecimal digits
     */
    public record Anchor(long record, String chain) {
        private static final Pattern TEXT = Pattern.compile("(\\d{1,18}):([0-9a-f]{64})");

        /** One as {@link #toString()} writes it; empty where it is something else. */
        public static Optional<Anchor> parse(String text) {
            Matcher matcher = TEXT.matcher(text);
            return matcher.matches()
                    ? Optional.of(new Anchor(Long.parseLong(matcher.group(1)), matcher.group(2)))
                    : Optional.empty();
        }

        @Override
        public String toString() {
            return record + ":" + chain;
        }
    }

    /**
     * Verifies one node's folder.
     *
     * @param anchor what the chain must have been; of no use where retention has removed the records before it
     * @throws IOException when it cannot be read
     */
    public static Report verify(Path folder, Optional<Anchor> anchor) throws IOException {
        AuditVerifier verifier = new AuditVerifier(folder, anchor.orElse(null));
        Fault fault = verifier.run();
        if (fault == null) {
            fault = verifier.anchorFault();
        }
        return new Report(verifier.oldest, verifier.records, verifier.chain, Optional.ofNullable(fault));
    }

    private @Nullable Fault anchorFault() {
        if (anchor == null || anchored || anchor.record() < oldest - 1) {
            return null;
        }
        return anchor.record() > records
                ? new Fault(lastSegment, 0, records + 1, What.END_MISSING, anchor.record())
                : new Fault(lastSegment, 0, anchor.record(), What.ANCHOR_DIFFERS);
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
                return new Fault(next, 0, records + 1, What.SEGMENT_MISSING);
            }
            lastSegment = number;
            Fault fault = segment(number, segment.getValue(), number == segments.lastKey());
            if (fault != null) {
                return fault;
            }
            next = number + 1;
        }
        for (AuditHead head : heads) {
            if (head.segment() >= first) {
                long segment = Math.min(head.segment(), next);
                return new Fault(segment, 0, records + 1, What.END_MISSING, head.records());
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
                    return new Fault(number, offset, records + 1, What.LINE_CHANGED);
                }
                if (running == null) {
                    SegmentHeader header = SegmentHeader.read(line);
                    if (!begin(number, header)) {
                        return new Fault(number, offset, records + 1, What.SEGMENT_FOREIGN);
                    }
                    running = Chain.from(header.continues());
                } else if (RecordCodec.sequence(line) != records + 1) {
                    return new Fault(number, offset, records + 1, What.RECORD_OUT_OF_PLACE);
                } else {
                    records++;
                }
                running.add(line.bytes(), line.from(), line.payloadEnd());
                chain = running.value();
                if (!chain.equals(line.chain()) || !fitsHeads(number)) {
                    return new Fault(number, offset, records, What.CHAIN_BROKEN);
                }
                anchored |= anchor != null
                        && anchor.record() == records
                        && anchor.chain().equals(chain);
                offset = lines.offset();
            }
        } catch (NoSuchFileException e) {
            return null; // removed by retention since it was listed
        }
        // Behind the last line of the last segment there may be one that is being written.
        return offset == size || last ? null : new Fault(number, offset, records + 1, What.SEGMENT_CUT);
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
        anchored |=
                anchor != null && anchor.record() == records && anchor.chain().equals(header.continues());
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
