package io.switchboard.rest.internal.answer;

import io.switchboard.core.call.CallReply;
import io.switchboard.core.call.Problem;
import io.switchboard.core.call.Quota;
import io.switchboard.core.descriptor.OperationDescriptor;
import io.switchboard.core.value.ValueOutput;
import io.switchboard.rest.internal.wire.BodyBuffer;
import io.switchboard.rest.internal.wire.Rendering;
import io.switchboard.rest.internal.wire.XmlRoot;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers one call over HTTP. The result is collected in the buffer of the thread that runs the call. A problem is written from a
 * buffer of its own, for it may come at the deadline from another thread while that one is still writing.
 */
public final class CallAnswer implements CallReply {
    private static final Logger LOG = LoggerFactory.getLogger(CallAnswer.class);

    private final Exchange exchange;
    private final AsyncContext async;
    private final BodyBuffer buffer;
    private final int limit;
    private final Needs needs;
    private final Thread runner = Thread.currentThread();
    private final AtomicBoolean answered = new AtomicBoolean();
    private @Nullable Rendering rendering;
    private volatile @Nullable Quota quota;

    /**
     * Made on the thread that runs the call.
     *
     * @param buffer takes the result; is free again when that thread is
     * @param limit the most bytes of a result
     * @param needs what the operation asks for
     */
    public CallAnswer(Exchange exchange, AsyncContext async, BodyBuffer buffer, int limit, Needs needs) {
        this.exchange = exchange;
        this.async = async;
        this.buffer = buffer;
        this.limit = limit;
        this.needs = needs;
    }

    @Override
    public ValueOutput result(OperationDescriptor operation) {
        buffer.reset(limit);
        rendering = new Rendering(exchange.format(), buffer, XmlRoot.RESPONSE);
        return rendering.out();
    }

    @Override
    public void quota(Quota nearest) {
        quota = nearest;
    }

    @Override
    public void done(Done done) {
        if (answered.compareAndSet(false, true)) {
            try {
                send(done);
            } catch (IOException | RuntimeException e) {
                lost(e);
            } finally {
                complete();
            }
        }
    }

    private void send(Done done) throws IOException {
        HttpServletResponse response = exchange.response();
        QuotaHeaders.add(response, quota);
        // Nobody has set these; to set them would compare each with all headers there are.
        response.addHeader("traceparent", done.traceparent());
        response.addHeader("Switchboard-Call", done.callId());
        if (done.replayed()) {
            response.setHeader("Idempotency-Replayed", "true");
        }
        Untrusted.tell(response, done.untrusted());
        if (rendering == null) {
            exchange.send(HttpServletResponse.SC_NO_CONTENT);
        } else {
            rendering.finish();
            exchange.send(HttpServletResponse.SC_OK, exchange.format().contentType(), buffer);
        }
    }

    @Override
    public void failed(Problem problem) {
        if (!answered.compareAndSet(false, true)) {
            return;
        }
        if (Thread.currentThread() == runner) {
            fail(problem);
            return;
        }
        // The deadline's thread watches all calls, and must not wait for a caller who does not read.
        try {
            async.start(() -> fail(problem));
        } catch (RuntimeException e) {
            lost(e);
            complete();
        }
    }

    private void fail(Problem problem) {
        try {
            if (Thread.currentThread() != runner) {
                // The connection cannot take another request before the thread that is held comes back.
                exchange.response().setHeader("Connection", "close");
            }
            QuotaHeaders.add(exchange.response(), quota);
            ProblemAnswer.send(exchange, problem, needs);
            exchange.response().flushBuffer();
        } catch (IOException | RuntimeException e) {
            lost(e);
        } finally {
            complete();
        }
    }

    /** Whether an answer is written, or being written. */
    public boolean isAnswered() {
        return answered.get();
    }

    private void complete() {
        try {
            async.complete();
        } catch (RuntimeException e) {
            LOG.debug("The request had ended before its answer", e);
        }
    }

    /** Most often the caller has gone. If it has not, an answer that is not written must not look like a good one. */
    private void lost(Exception e) {
        LOG.debug("The answer did not reach the caller", e);
        HttpServletResponse response = exchange.response();
        if (!response.isCommitted()) {
            response.reset();
            response.setStatus(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
        }
    }
}
