package io.switchboard.connector;

import java.util.Objects;

/** A place in a trace (W3C Trace Context, level 1). Immutable. */
public final class Trace {
    private static final int TRACE_DIGITS = 32;
    private static final int SPAN_DIGITS = 16;

    private final String traceId;
    private final String spanId;
    private final boolean sampled;

    private Trace(String traceId, String spanId, boolean sampled) {
        this.traceId = traceId;
        this.spanId = spanId;
        this.sampled = sampled;
    }

    /**
     * A place in a trace, as the hub and tests of connectors make it.
     *
     * @throws IllegalArgumentException where an id is not what {@link #traceId()} and {@link #spanId()} say
     */
    public static Trace of(String traceId, String spanId, boolean sampled) {
        return new Trace(checked(traceId, TRACE_DIGITS), checked(spanId, SPAN_DIGITS), sampled);
    }

    private static String checked(String id, int digits) {
        boolean zero = true;
        boolean hex = id.length() == digits;
        for (int i = 0; hex && i < digits; i++) {
            char c = id.charAt(i);
            hex = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
            zero &= c == '0';
        }
        if (!hex || zero) {
            throw new IllegalArgumentException("not " + digits + " lower-case hexadecimal digits, or all zero");
        }
        return id;
    }

    /** 32 lower-case hexadecimal digits, not all zero. */
    public String traceId() {
        return traceId;
    }

    /** 16 lower-case hexadecimal digits, not all zero. */
    public String spanId() {
        return spanId;
    }

    /** Whether the caller records the trace. */
    public boolean sampled() {
        return sampled;
    }

    /** The value of a {@code traceparent} header that continues here. */
    public String traceparent() {
        return "00-" + traceId + "-" + spanId + (sampled ? "-01" : "-00");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Trace trace
                && traceId.equals(trace.traceId)
                && spanId.equals(trace.spanId)
                && sampled == trace.sampled;
    }

    @Override
    public int hashCode() {
        return Objects.hash(traceId, spanId, sampled);
    }

    @Override
    public String toString() {
        return traceparent();
    }
}
