package io.switchboard.core.internal.once;

import java.time.Duration;

/**
 * How long the register waits and how long it remembers.
 *
 * @param patience how long a caller waits for the store
 * @param settling how long a settlement is tried again; the act has taken place by then, so this may be longer
 * @param outcomes how long an outcome is kept after it was recorded
 * @param open how long an act without an outcome is kept
 */
public record ClaimLimits(Duration patience, Duration settling, Duration outcomes, Duration open) {
    /** 5 and 15 seconds, 24 hours, 30 days. */
    public static ClaimLimits standard() {
        return new ClaimLimits(
                Duration.ofSeconds(5), Duration.ofSeconds(15), Duration.ofHours(24), Duration.ofDays(30));
    }
}
