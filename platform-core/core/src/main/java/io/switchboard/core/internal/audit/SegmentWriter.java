package io.switchboard.core.internal.audit;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes what callers hand over: one thread, many records to a write, one force for all that wait. What is not yet forced stays in
 * memory as well, so that after a failure it is written again.
 */
final class SegmentWriter implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(SegmentWriter.class);
    /** With one line more still within {@link TailScan#WINDOW}. */
    private static final long UNFORCED_LIMIT = 4L << 20;

    private static final long LINGER_NANOS = Duration.ofMillis(10).toNanos();
    private static final long RETRY_NANOS = Duration.ofMillis(250).toNanos();
    private static final long LONGEST_SLEEP_NANOS = Duration.ofSeconds(10).toNanos();

    private final Tape tape;
    private final HandOver queue;
    private final AuditSettings settings;
    private final Housekeeping housekeeping;
    private final List<AuditEntry> unforced = new ArrayList<>();
    private long unforcedSince;
    private boolean awaited;
    private volatile boolean failed;
    private volatile boolean closing;

    SegmentWriter(Tape tape, HandOver queue, AuditSettings settings, Housekeeping housekeeping) {
        this.tape = tape;
        this.queue = queue;
        this.settings = settings;
        this.housekeeping = housekeeping;
    }

    boolean failed() {
        return failed;
    }

    /** Opens what is to be written to; before {@link #run()}. What fails now is put right later. */
    void open(@Nullable SegmentHeader found) {
        try {
            tape.open(found);
        } catch (IOException e) {
            fail(e);
        }
    }

    /** Ends the writer when it has written what was handed over. */
    void close() {
        closing = true;
        queue.wake();
    }

    @Override
    public void run() {
        queue.claim();
        boolean last;
        do {
            last = closing;
            try {
                turn();
            } catch (IOException | RuntimeException | Error e) {
                // An interrupt that reached this thread would close every channel it opens.
                if (Thread.interrupted()) {
                    LOG.warn("The audit's writer was interrupted");
                }
                fail(e);
            }
            if (!last) {
                rest();
            }
        } while (!last || (!failed && !queue.isEmpty()));
        end();
    }

    private void turn() throws IOException {
        if (failed) {
            recover();
        }
        drain();
        if (!unforced.isEmpty() && (awaited || closing || forceDue() <= 0 || crowded())) {
            force();
        }
        boolean rotated = tape.full();
        if (rotated) {
            force();
            tape.rotate();
        }
        housekeeping.tend(tape.forced(), rotated);
    }

    private void drain() throws IOException {
        int taken = 0;
        try {
            while (!crowded()) {
                AuditEntry entry = queue.poll();
                if (entry == null) {
                    break;
                }
                taken++;
                if (unforced.isEmpty()) {
                    unforcedSince = System.nanoTime();
                }
                unforced.add(entry);
                awaited |= entry.durable();
                entry.run(tape);
            }
        } finally {
            queue.free(taken);
        }
        tape.write();
    }

    private boolean crowded() throws IOException {
        return unforced.size() >= 2 * settings.queueCapacity() || tape.unforced() >= UNFORCED_LIMIT;
    }

    private long forceDue() {
        return unforcedSince + settings.forceInterval().toNanos() - System.nanoTime();
    }

    private void force() throws IOException {
        tape.force();
        unforced.forEach(entry -> entry.settle(true));
        unforced.clear();
        awaited = false;
    }

    private void rest() {
        if (failed) {
            queue.linger(RETRY_NANOS);
        } else if (unforced.isEmpty()) {
            queue.sleep(LONGEST_SLEEP_NANOS);
        } else {
            queue.linger(Math.max(1, Math.min(LINGER_NANOS, forceDue())));
        }
    }

    /** From now on callers are refused, until {@link #recover()} has succeeded. */
    private void fail(Throwable cause) {
        if (!failed) {
            LOG.error("The audit cannot be written; calls are refused until it can", cause);
        }
        failed = true;
        unforced.forEach(entry -> entry.settle(false));
        queue.refuseAwaited();
    }

    private void recover() throws IOException {
        tape.recover();
        for (AuditEntry entry : unforced) {
            entry.run(tape);
        }
        force();
        failed = false;
        LOG.info("The audit is written again");
    }

    private void end() {
        if (failed) {
            LOG.error("The audit ended with {} records unwritten", unforced.size() + queue.depth());
            queue.refuseAwaited();
        } else {
            housekeeping.finish(tape.forced());
        }
        tape.close();
    }
}
