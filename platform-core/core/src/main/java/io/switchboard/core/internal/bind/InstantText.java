package io.switchboard.core.internal.bind;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Instants as {@link Instant#toString()} has them, without its formatter, which costs more than the rest of a record. */
final class InstantText {
    /** The years that have four digits. */
    private static final long FIRST_SECOND =
            Instant.parse("0000-01-01T00:00:00Z").getEpochSecond();

    private static final long LAST_SECOND =
            Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();

    private InstantText() {}

    static String of(Instant instant) {
        long second = instant.getEpochSecond();
        if (second < FIRST_SECOND || second > LAST_SECOND) {
            return instant.toString();
        }
        LocalDateTime utc = LocalDateTime.ofEpochSecond(second, instant.getNano(), ZoneOffset.UTC);
        // Whole minutes are written without seconds.
        return utc.getSecond() == 0 && utc.getNano() == 0 ? utc + ":00Z" : utc + "Z";
    }
}
