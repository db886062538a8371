package io.switchboard.core.internal.audit;

import java.time.Duration;

/**
 * How the audit is kept. Immutable.
 *
 * @param segmentBytes when a segment is full, in bytes; it is also ended after a day, so that retention by days can work
 * @param retention how long a segment is kept after its last record
 * @param totalBytes what all segments together may take before the oldest goes, in bytes
 * @param queueCapacity how many records may wait to be written
 * @param roomWait the longest a caller waits for room in the queue
 * @param forceWait the longest a caller waits for its record to be durable
 * @param forceInterval the longest a written record nobody waits for stays volatile; until then it is kept in memory as well, where the
 *     garbage collector copies it
 */
public record AuditSettings(
        long segmentBytes,
        Duration retention,
        long totalBytes,
        int queueCapacity,
        Duration roomWait,
        Duration forceWait,
        Duration forceInterval) {
    /** Half a year, 8 GiB at most. */
    public static final AuditSettings DEFAULTS = new AuditSettings(
            64L << 20,
            Duration.ofDays(180),
            8L << 30,
            8192,
            Duration.ofMillis(500),
            Duration.ofSeconds(2),
            Duration.ofMillis(100));

    /** Refuses what cannot work. */
    public AuditSettings {
        if (segmentBytes < 1024 || totalBytes < segmentBytes || queueCapacity < 1) {
            throw new IllegalArgumentException(
                    "segmentBytes " + segmentBytes + ", totalBytes " + totalBytes + ", queueCapacity " + queueCapacity);
        }
        if (retention.isNegative() || roomWait.isNegative() || forceWait.isNegative() || forceInterval.isNegative()) {
            throw new IllegalArgumentException("a negative time");
        }
    }

    /** The same, but for how long and how much is kept. */
    public AuditSettings keeping(Duration newRetention, long newTotalBytes) {
        return new AuditSettings(
                segmentBytes, newRetention, newTotalBytes, queueCapacity, roomWait, forceWait, forceInterval);
    }
}
