package io.switchboard.core.internal.audit;

import io.switchboard.core.audit.AuditErasure;
import io.switchboard.core.audit.AuditMeasure;
import io.switchboard.core.audit.AuditPosition;
import io.switchboard.core.audit.AuditRecord;
import io.switchboard.core.audit.AuditTrail;
import io.switchboard.core.internal.audit.key.ClosedKeys;
import io.switchboard.core.internal.audit.key.CustomerKeys;
import io.switchboard.core.internal.audit.key.Disk;
import io.switchboard.core.internal.audit.key.KeyFolder;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The audit of one node, in segment files that only grow. Callers hand records over; one thread encodes, chains, writes and forces
 * them, a whole batch at a time. Safe for use from many threads.
 */
public final class SegmentAuditLog implements AuditLog, AuditTrail, AuditErasure, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SegmentAuditLog.class);
    private static final Duration CLOSE_WAIT = Duration.ofSeconds(10);
    private static final Duration ERASE_WAIT = Duration.ofSeconds(10);

    private final SegmentFolder folder;
    private final AuditSettings settings;
    private final HandOver queue;
    private final Tape tape;
    private final SegmentWriter writer;
    private final Housekeeping housekeeping;
    private final Thread thread;
    private final ClosedKeys closedKeys;
    private volatile boolean closed;

    /**
     * Goes on where the last run ended, and begins to write.
     *
     * @param folder where the segments are, made where it is missing; no other log may write there
     * @param node which node this is
     * @throws IOException when the segments cannot be read
     */
    public SegmentAuditLog(Path folder, String node, AuditSettings settings, Clock clock) throws IOException {
        this(folder, node, settings, clock, FileChannel::open);
    }

    SegmentAuditLog(Path folder, String node, AuditSettings settings, Clock clock, Disk disk) throws IOException {
        this.folder = new SegmentFolder(folder);
        this.folder.create();
        this.settings = settings;
        TailScan found = TailScan.of(this.folder);
        long oldest = oldest(this.folder, found.place());
        CustomerKeys keys = new CustomerKeys(KeyFolder.of(folder), disk, clock);
        closedKeys = keys.closed();
        queue = new HandOver(settings.queueCapacity());
        tape = new Tape(this.folder, disk, keys, node, settings.segmentBytes(), clock, found.place());
        housekeeping = new Housekeeping(this.folder, keys, settings, clock, oldest);
        writer = new SegmentWriter(tape, queue, settings, housekeeping);
        writer.open(found.header());
        thread = new Thread(writer, "switchboard-audit");
        thread.setDaemon(true);
        thread.start();
    }

    /** The oldest segment that should be there; tells where the newest records are not. */
    private static long oldest(SegmentFolder folder, Cursor found) throws IOException {
        Optional<AuditHead> head = AuditHead.read(folder.path());
        if (head.isEmpty()) {
            return folder.segments().isEmpty() ? 1 : folder.segments().firstKey();
        }
        long written = head.get().records();
        if (written > found.records()) {
            LOG.error("The audit ends with record {}, but record {} was written", found.records(), written);
            head.get().keepAside(folder.path());
        }
        return head.get().first();
    }

    /** Another name of the node, and how long and how much is kept from now on; the other settings stay. */
    public void change(String node, AuditSettings changed) {
        housekeeping.change(changed);
        tape.node(node);
    }

    @Override
    public void append(AuditRecord entry, boolean durable) throws AuditUnavailable {
        if (closed) {
            throw new AuditUnavailable("the audit is closed");
        }
        AuditEntry handed = durable ? AuditEntry.awaited(entry) : AuditEntry.passing(entry);
        queue.put(handed, settings.roomWait());
        if (durable) {
            // The record stays in the queue all the same: what happened is written down when it can be.
            if (writer.failed() || !handed.await(settings.forceWait().toNanos())) {
                throw new AuditUnavailable("the audit's record did not become durable in time");
            }
        }
    }

    @Override
    public boolean healthy() {
        return !closed && !writer.failed() && queue.hasRoom();
    }

    /** How many records wait to be written. */
    public int depth() {
        return queue.depth();
    }

    @Override
    public AuditPosition scan(AuditPosition from, int most, Predicate<AuditRecord> reader) throws IOException {
        try (SegmentReader<AuditRecord> segments = SegmentReader.ofRecords(folder, tape.forced(), most, reader)) {
            return segments.read(from);
        }
    }

    @Override
    public AuditPosition measure(AuditPosition from, int most, Consumer<AuditMeasure> reader) throws IOException {
        try (SegmentReader<AuditMeasure> segments = SegmentReader.ofMeasures(folder, tape.forced(), most, reader)) {
            return segments.read(from);
        }
    }

    @Override
    public AuditPosition since(Instant time) throws IOException {
        return folder.since(time);
    }

    @Override
    public int erase(String customer, String act) throws IOException {
        byte[] actBytes = HexFormat.of().parseHex(act);
        Erasure erasure = new Erasure(customer, actBytes);
        AuditEntry handed = AuditEntry.erasing(erasure);
        try {
            if (closed) {
                throw new AuditUnavailable("the audit is closed");
            }
            queue.put(handed, settings.roomWait());
        } catch (AuditUnavailable e) {
            throw new IOException(e);
        }
        if (!handed.await(ERASE_WAIT.toNanos())) {
            throw new IOException("the erasure did not become durable in time");
        }
        CustomerKeys.Erased newest = erasure.outcome();
        return newest.keys() + closedKeys.erase(customer, actBytes, newest.file());
    }

    @Override
    public int erasedBy(String act) throws IOException {
        return closedKeys.erasedBy(HexFormat.of().parseHex(act));
    }

    /** Takes no more, writes what was taken and ends. */
    @Override
    public void close() {
        closed = true;
        writer.close();
        try {
            thread.join(CLOSE_WAIT.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
