package io.switchboard.core.internal.audit;

import io.switchboard.core.audit.AuditRecord;
import io.switchboard.core.internal.audit.key.CustomerKeys;
import io.switchboard.core.internal.audit.key.Disk;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The segments as one long tape that is written at its end. For the writer's thread, but for {@link #forced()}. */
final class Tape {
    private static final Logger LOG = LoggerFactory.getLogger(Tape.class);
    private static final int CHUNK = 256 << 10;
    private static final Duration SEGMENT_AGE = Duration.ofDays(1);

    private final SegmentFolder folder;
    private final Disk disk;
    private volatile String node;
    private final long segmentBytes;
    private final Clock clock;
    private final CustomerKeys keys;
    private final RecordCodec codec;
    private final CRC32 crc = new CRC32();
    private final LineBuffer lines = new LineBuffer();
    private final Chain chain;
    private @Nullable OpenSegment segment;
    private long records;
    private long recordsBefore;
    private volatile Cursor forced;

    /** Goes on from a place. */
    Tape(
            SegmentFolder folder,
            Disk disk,
            CustomerKeys keys,
            String node,
            long segmentBytes,
            Clock clock,
            Cursor place) {
        this.folder = folder;
        this.disk = disk;
        this.keys = keys;
        this.codec = new RecordCodec(keys);
        this.node = node;
        this.segmentBytes = segmentBytes;
        this.clock = clock;
        this.forced = place;
        this.records = place.records();
        this.chain = Chain.from(place.chain());
    }

    /** Up to here everything survives. From any thread. */
    Cursor forced() {
        return forced;
    }

    /** Names the node otherwise, in the segments that are begun from now on. From any thread. */
    void node(String name) {
        node = name;
    }

    /** Opens the segment of a header that was found, or begins another where it is not this node's, or of a format of before. */
    void open(@Nullable SegmentHeader found) throws IOException {
        if (found == null) {
            begin();
            return;
        }
        OpenSegment resumed = OpenSegment.resume(folder, disk, forced, found.opened());
        if (found.node().equals(node) && found.isCurrent()) {
            segment = resumed;
            keys.segment(found.segment());
            recordsBefore = found.records();
        } else {
            resumed.close();
            begin();
        }
    }

    private void begin() throws IOException {
        SegmentHeader header = new SegmentHeader(
                SegmentHeader.FORMAT, node, forced.segment() + 1, clock.instant(), records, chain.value());
        OpenSegment fresh = OpenSegment.begin(folder, disk, header, chain);
        segment = fresh;
        recordsBefore = records;
        forced = new Cursor(fresh.number(), fresh.offset(), records, chain.value());
        keys.segment(fresh.number());
    }

    /** Adds a record; it survives once {@link #force()} has returned. */
    void append(AuditRecord content) throws IOException {
        int start = lines.length();
        codec.write(++records, content, lines);
        Line.seal(lines, start, chain, crc);
        if (lines.length() >= Math.min(CHUNK, segmentBytes)) {
            flush();
        }
    }

    /** Erases a customer's key; it is gone for good once {@link #force()} has returned. */
    CustomerKeys.Erased erase(String customer, byte[] act) throws IOException {
        return keys.erase(customer, act);
    }

    private void flush() throws IOException {
        current().write(lines);
        lines.cut(0);
    }

    private OpenSegment current() throws IOException {
        if (segment == null) {
            throw new IOException("no segment is open");
        }
        return segment;
    }

    /** Hands to the system what was added. */
    void write() throws IOException {
        if (lines.length() > 0) {
            flush();
        }
    }

    /** How many bytes would not survive. */
    long unforced() throws IOException {
        return current().offset() + lines.length() - forced.offset();
    }

    /** Makes everything that was added survive. */
    void force() throws IOException {
        write();
        OpenSegment open = current();
        // Before the records that need them.
        keys.force();
        open.force();
        forced = new Cursor(open.number(), open.offset(), records, chain.value());
    }

    /** Whether it is time for the next segment. */
    boolean full() throws IOException {
        OpenSegment open = current();
        return open.offset() >= segmentBytes
                || (records > recordsBefore && open.opened().plus(SEGMENT_AGE).isBefore(clock.instant()));
    }

    /** Goes on to the next segment; everything has been forced. */
    void rotate() throws IOException {
        current().close();
        segment = null;
        // In the log too, where whoever changes the segments does not reach it.
        LOG.info(
                "The audit's segment {} ends; its anchor: {}",
                forced.segment(),
                new AuditVerifier.Anchor(records, forced.chain()));
        begin();
    }

    /** Goes back to the last force after a failure, and on to the next segment. */
    void recover() throws IOException {
        close();
        keys.abandon();
        lines.cut(0);
        records = forced.records();
        chain.restore(forced.chain());
        if (forced.segment() > 0) {
            try {
                OpenSegment.resume(folder, disk, forced, Instant.EPOCH).close();
            } catch (NoSuchFileException e) {
                LOG.error("The audit's segment {} has gone", forced.segment());
            }
        }
        begin();
    }

    void close() {
        keys.close();
        OpenSegment open = segment;
        segment = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                LOG.warn("A segment of the audit did not close", e);
            }
        }
    }
}
