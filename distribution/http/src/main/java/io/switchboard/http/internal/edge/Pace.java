package io.switchboard.http.internal.edge;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.eclipse.jetty.http.BadMessageException;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.MetaData;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.HttpStream;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Gives up bodies that trickle in and answers whose reader lets them trickle out: the server bounds the silence between two bytes only. It
 * has a check of its own that counts from the first byte on, whoever takes the time, and so refuses twelve bytes whose end is read thirty
 * milliseconds later. Here the time counts that the hub has waited for the other side, beyond a time of grace. For one request.
 */
final class Pace extends HttpStream.Wrapper {
    /** Bytes a second that the other side has to keep up; a slow line does, one who only holds a thread does not. */
    private static final long LEAST_RATE = 500;

    private static final Duration GRACE = Duration.ofSeconds(10);

    private final LongSupplier nanoTime;
    private boolean waiting;
    private long waitingSince;
    private long waited;
    private long arrived;

    private Pace(HttpStream stream, LongSupplier nanoTime) {
        super(stream);
        this.nanoTime = nanoTime;
    }

    /** Watches over a request and its answer. */
    static void watch(Request request, LongSupplier nanoTime) {
        request.addHttpStreamWrapper(stream -> new Pace(stream, nanoTime));
    }

    @Override
    public void demand() {
        waiting = true;
        waitingSince = nanoTime.getAsLong();
        super.demand();
    }

    @Override
    public Content.@Nullable Chunk read() {
        Content.Chunk chunk = super.read();
        if (chunk == null || Content.Chunk.isFailure(chunk)) {
            return chunk;
        }
        if (waiting) {
            waiting = false;
            waited += nanoTime.getAsLong() - waitingSince;
        }
        arrived += chunk.remaining();
        if (chunk.isLast() || !isTooLong(waited, arrived)) {
            return chunk;
        }
        chunk.release();
        return Content.Chunk.from(
                new BadMessageException(
                        HttpStatus.REQUEST_TIMEOUT_408, "The body came at less than 500 bytes a second"),
                true);
    }

    @Override
    public void send(
            MetaData.Request request,
            MetaData.@Nullable Response response,
            boolean last,
            @Nullable ByteBuffer content,
            Callback callback) {
        int bytes = content == null ? 0 : content.remaining();
        long since = nanoTime.getAsLong();
        super.send(request, response, last, content, new Callback.Nested(callback) {
            @Override
            public void succeeded() {
                if (isTooLong(nanoTime.getAsLong() - since, bytes)) {
                    failed(new IOException("The answer was read at less than 500 bytes a second"));
                } else {
                    super.succeeded();
                }
            }
        });
    }

    private static boolean isTooLong(long nanos, long bytes) {
        return nanos > GRACE.toNanos() + TimeUnit.SECONDS.toNanos(bytes) / LEAST_RATE;
    }
}
