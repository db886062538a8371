package io.switchboard.core.internal.pipeline;

import io.switchboard.connector.ErrorCode;
import io.switchboard.connector.Trace;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What can be told of a call that ended to those who measure: nothing of whom it was about, and nothing that a caller wrote but its own
 * {@code traceparent}. Immutable.
 *
 * @param operation the canonical name; empty where none was found
 * @param code how it failed; null where it succeeded
 * @param started when it began
 * @param micros how long it took
 * @param callId the call's id
 * @param trace its own place in the trace
 * @param traceparent the caller's place in the trace, as it came
 * @param transport how it came
 * @param principal the client's id; empty where it was not authenticated
 */
public record CallEnd(
        String operation,
        @Nullable ErrorCode code,
        Instant started,
        long micros,
        String callId,
        Trace trace,
        Optional<String> traceparent,
        String transport,
        String principal) {
    /** The number of the catalogue; 0: it succeeded. */
    public int number() {
        return code == null ? 0 : code.number();
    }

    /** The caller's span; empty where this call began the trace. */
    public Optional<String> parentSpanId() {
        return Traces.spanOf(traceparent);
    }
}
