package io.switchboard.connector;

/**
 * A place in a trace (W3C Trace Context, level 1). Immutable.
 *
 * @param traceId 32 lower-case hexadecimal digits, not all zero
 * @param spanId 16 lower-case hexadecimal digits, not all zero
 * @param sampled whether the caller records the trace
 */
public record Trace(String traceId, String spanId, boolean sampled) {
    /** The value of a {@code traceparent} header that continues here. */
    public String traceparent() {
        return "00-" + traceId + "-" + spanId + (sampled ? "-01" : "-00");
    }
}
