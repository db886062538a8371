package io.switchboard.core.internal.otlp;

import io.switchboard.core.internal.pipeline.CallEnd;
import java.util.concurrent.atomic.AtomicLong;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;

/** Hands calls on to whoever sends spans now, if anybody does, and goes on counting when another takes over. Safe for use from many threads. */
public final class SpanSwitch extends ServiceTracker<SpanSink, SpanSink> {
    private final AtomicLong sentBefore = new AtomicLong();
    private final AtomicLong droppedBefore = new AtomicLong();

    /** To be opened, and closed. */
    public SpanSwitch(BundleContext context) {
        super(context, SpanSink.class, null);
    }

    @Override
    public void removedService(ServiceReference<SpanSink> reference, SpanSink sink) {
        super.removedService(reference, sink);
        sentBefore.addAndGet(sink.sent());
        droppedBefore.addAndGet(sink.dropped());
    }

    /** Hands a call on. */
    public void ended(CallEnd end) {
        SpanSink sink = getService();
        if (sink != null) {
            sink.offer(end);
        }
    }

    /** How many spans were handed to a collector. */
    public long sent() {
        SpanSink sink = getService();
        return sentBefore.get() + (sink == null ? 0 : sink.sent());
    }

    /** How many spans were dropped. */
    public long dropped() {
        SpanSink sink = getService();
        return droppedBefore.get() + (sink == null ? 0 : sink.dropped());
    }
}
