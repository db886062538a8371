package io.switchboard.core.internal.audit;

import java.time.Duration;

/** Settings for tests. */
final class Settings {
    private Settings() {}

    static AuditSettings segments(long segmentBytes, long totalBytes) {
        AuditSettings common = AuditSettings.DEFAULTS;
        return new AuditSettings(
                segmentBytes,
                common.retention(),
                totalBytes,
                common.queueCapacity(),
                common.roomWait(),
                common.forceWait(),
                common.forceInterval());
    }

    static AuditSettings impatient(int queueCapacity) {
        AuditSettings common = AuditSettings.DEFAULTS;
        return new AuditSettings(
                common.segmentBytes(),
                common.retention(),
                common.totalBytes(),
                queueCapacity,
                Duration.ofMillis(100),
                Duration.ofMillis(300),
                Duration.ofMillis(20));
    }
}
