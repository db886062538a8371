package io.switchboard.core.internal.otlp;

import io.switchboard.core.internal.pipeline.CallEnd;

/** Takes calls that ended, to make spans of them. A service within core. Safe for use from many threads. */
public interface SpanSink {
    /** Takes one, or drops it where there is no room. Never waits. */
    void offer(CallEnd end);

    /** How many were handed to the collector. */
    long sent();

    /** How many were dropped: for want of room, or because the collector could not be reached in time. */
    long dropped();
}
