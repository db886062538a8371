package io.switchboard.rest.internal.event;

import io.switchboard.connector.ErrorCode;
import io.switchboard.core.access.Access;
import io.switchboard.core.call.CallFailure;
import io.switchboard.core.event.EventBatch;
import io.switchboard.core.event.EventReading;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One caller's stream. It holds no thread, and reads on only when the connection takes what was read before: so of a slow reader there is
 * never more in memory than one batch.
 */
final class EventStream implements WriteListener, AsyncListener {
    private static final Logger LOG = LoggerFactory.getLogger(EventStream.class);
    private static final int BATCH = 50;

    private final AsyncContext async;
    private final ServletOutputStream out;
    private final EventReading reading;
    private final Access access;
    private final Streams.Pace pace;
    private final Consumer<EventStream> work;
    private final Consumer<EventStream> gone;
    private final AtomicBoolean queued = new AtomicBoolean();
    private final Deque<byte[]> frames = new ArrayDeque<>();
    private volatile boolean hungry = true;
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile long moved = System.nanoTime();
    private String cursor = "";

    EventStream(
            AsyncContext async,
            EventReading reading,
            Access access,
            Streams.Pace pace,
            Consumer<EventStream> work,
            Consumer<EventStream> gone)
            throws IOException {
        this.async = async;
        this.out = async.getResponse().getOutputStream();
        this.reading = reading;
        this.access = access;
        this.pace = pace;
        this.work = work;
        this.gone = gone;
        frames.add(Frames.BEGIN);
    }

    /** There is something to read. */
    void news() {
        hungry = true;
        wake();
    }

    /** Has it worked on, once however often it is said. */
    private void wake() {
        if (!ended.get() && queued.compareAndSet(false, true)) {
            work.accept(this);
        }
    }

    /** Looks whether it is to be told that the stream is alive, or whether nobody takes what is told. */
    void look(long now) {
        if (now - moved > pace.patience().toNanos()) {
            LOG.debug("Closed a stream of events that is not read");
            close();
        } else if (hungry || now - moved > pace.heartbeat().toNanos()) {
            wake();
        }
    }

    /** Reads and writes as far as it goes. */
    synchronized void work() {
        queued.set(false);
        if (ended.get()) {
            return;
        }
        try {
            boolean quiet = System.nanoTime() - moved > pace.heartbeat().toNanos();
            if (frames.isEmpty() && (hungry || quiet)) {
                read();
            }
            if (frames.isEmpty() && quiet) {
                frames.add(Frames.heartbeat(cursor));
            }
            write();
        } catch (CallFailure failure) {
            end(() -> access.failed(failure));
        } catch (IOException | RuntimeException e) {
            // The reader has gone.
            close();
        }
    }

    private void write() throws IOException, CallFailure {
        boolean wrote = false;
        while (out.isReady()) {
            byte[] frame = frames.poll();
            if (frame == null && hungry && wrote) {
                read();
                frame = frames.poll();
            }
            if (frame != null) {
                out.write(frame);
                moved = System.nanoTime();
                wrote = true;
            } else {
                if (wrote) {
                    out.flush();
                }
                return;
            }
        }
    }

    private void read() throws CallFailure {
        hungry = false;
        try {
            EventBatch batch = reading.next(BATCH);
            if (batch.missed()) {
                frames.add(Frames.MISSED);
            }
            batch.events().forEach(each -> frames.add(Frames.of(each)));
            cursor = batch.cursor();
            if (batch.more()) {
                hungry = true;
            }
        } catch (CallFailure failure) {
            if (failure.code() != ErrorCode.BUSY) {
                throw failure;
            }
            // The store is away; it is tried again at the next look.
            hungry = true;
        }
    }

    /** Ends it; the reader comes again if it likes. */
    void close() {
        end(access::done);
    }

    private void end(Runnable record) {
        if (ended.compareAndSet(false, true)) {
            record.run();
            gone.accept(this);
            try {
                async.complete();
            } catch (IllegalStateException e) {
                LOG.debug("A stream had ended already", e);
            }
        }
    }

    @Override
    public void onWritePossible() {
        wake();
    }

    @Override
    public void onError(Throwable failure) {
        close();
    }

    @Override
    public void onComplete(AsyncEvent event) {
        close();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        close();
    }

    @Override
    public void onError(AsyncEvent event) {
        close();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // It goes on as it is.
    }
}
