package io.switchboard.core.internal.audit;

import java.time.Duration;

/** Settings for tests. */
final class Settings {
    private static final Duration LONG = Duration.ofSeconds(30);

    /** The usual ones, for a machine that has much else to do. */
    static final AuditSettings PATIENT = segments(64L << 20, 8L << 30);

    private Settings() {}

    static AuditSettings segments(long segmentBytes, long totalBytes) {
        return new AuditSettings(
                segmentBytes, Duration.ofDays(180), totalBytes, 8_192, LONG, LONG, Duration.ofMillis(400));
    }

    static AuditSettings impatient(int queueCapacity) {
        return new AuditSettings(
                64L << 20,
                Duration.ofDays(180),
                8L << 30,
                queueCapacity,
                Duration.ofMillis(200),
                Duration.ofSeconds(3),
                Duration.ofMillis(20));
    }
}
