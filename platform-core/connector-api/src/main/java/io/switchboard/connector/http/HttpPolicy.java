package io.switchboard.connector.http;

import java.time.Duration;

/**
 * Within which bounds a backend is asked. Immutable.
 *
 * @param connect the longest that a connection may take, TLS included
 * @param timeout the longest that one attempt may take, to the last byte of its answer; a call's own deadline may come sooner
 * @param attempts how often a repeatable question is asked at most, over all endpoints together
 * @param pause how long is waited before the same endpoint is asked again; doubled each time, and between half of it and the whole, so
 *     that many callers do not come back at once
 * @param failures after how many failures in a row an endpoint is taken for down
 * @param rest how long a down endpoint is left alone before it is looked at again
 * @param permits how many questions are under way at a time; more get {@code BUSY} at once
 * @param answerBytes the most bytes of an answer's body
 * @param redirects how many redirects are followed for a GET or HEAD, only within the configured endpoints; 0: none
 */
public record HttpPolicy(
        Duration connect,
        Duration timeout,
        int attempts,
        Duration pause,
        int failures,
        Duration rest,
        int permits,
        int answerBytes,
        int redirects) {
    /** What holds where nothing else is configured. */
    public static final HttpPolicy DEFAULTS = new HttpPolicy(
            Duration.ofSeconds(2),
            Duration.ofSeconds(10),
            3,
            Duration.ofMillis(100),
            5,
            Duration.ofSeconds(5),
            64,
            1 << 20,
            0);

    /** Refuses times that are not longer than zero, and numbers less than one; redirects may be zero. */
    public HttpPolicy {
        requireTime("connect", connect);
        requireTime("timeout", timeout);
        requireTime("pause", pause);
        requireTime("rest", rest);
        if (attempts < 1 || failures < 1 || permits < 1 || answerBytes < 1 || redirects < 0) {
            throw new IllegalArgumentException("attempts " + attempts + ", failures " + failures + ", permits "
                    + permits + ", answerBytes " + answerBytes + ", redirects " + redirects);
        }
    }

    private static void requireTime(String name, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException(name + " " + value);
        }
    }

    /** Begins one with the defaults; the builder stays when components are added. */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects the bounds. Not safe for use from several threads. */
    public static final class Builder {
        private Duration connect = DEFAULTS.connect;
        private Duration timeout = DEFAULTS.timeout;
        private int attempts = DEFAULTS.attempts;
        private Duration pause = DEFAULTS.pause;
        private int failures = DEFAULTS.failures;
        private Duration rest = DEFAULTS.rest;
        private int permits = DEFAULTS.permits;
        private int answerBytes = DEFAULTS.answerBytes;
        private int redirects = DEFAULTS.redirects;

        private Builder() {}

        /** Sets the longest that a connection may take. */
        public Builder connect(Duration value) {
            connect = value;
            return this;
        }

        /** Sets the longest that one attempt may take. */
        public Builder timeout(Duration value) {
            timeout = value;
            return this;
        }

        /** Sets how often a repeatable question is asked at most. */
        public Builder attempts(int value) {
            attempts = value;
            return this;
        }

        /** Sets how long is waited before the same endpoint is asked again. */
        public Builder pause(Duration value) {
            pause = value;
            return this;
        }

        /** Sets after how many failures in a row an endpoint is taken for down. */
        public Builder failures(int value) {
            failures = value;
            return this;
        }

        /** Sets how long a down endpoint is left alone. */
        public Builder rest(Duration value) {
            rest = value;
            return this;
        }

        /** Sets how many questions are under way at a time. */
        public Builder permits(int value) {
            permits = value;
            return this;
        }

        /** Sets the most bytes of an answer's body. */
        public Builder answerBytes(int value) {
            answerBytes = value;
            return this;
        }

        /** Sets how many redirects are followed. */
        public Builder redirects(int value) {
            redirects = value;
            return this;
        }

        /** Makes it. */
        public HttpPolicy build() {
            return new HttpPolicy(connect, timeout, attempts, pause, failures, rest, permits, answerBytes, redirects);
        }
    }
}
