package io.switchboard.core.internal.bind;

import java.time.Instant;
import java.time.LocalDate;

/** Instants as {@link Instant#toString()} has them, without its formatter, which costs more than the rest of a record. */
final class InstantText {
    /** The years that have four digits. */
    private static final long FIRST_SECOND =
            Instant.parse("0000-01-01T00:00:00Z").getEpochSecond();

    private static final long LAST_SECOND =
            Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();

    private static final int SECONDS_OF_A_DAY = 86_400;
    private static final int LONGEST = "2026-11-22T10:15:30.123456789Z".length();

    private InstantText() {}

    static String of(Instant instant) {
        long second = instant.getEpochSecond();
        if (second < FIRST_SECOND || second > LAST_SECOND) {
            return instant.toString();
        }
        LocalDate day = LocalDate.ofEpochDay(Math.floorDiv(second, SECONDS_OF_A_DAY));
        int time = Math.floorMod(second, SECONDS_OF_A_DAY);
        StringBuilder text = new StringBuilder(LONGEST);
        digits(text, day.getYear(), 1_000);
        digits(text.append('-'), day.getMonthValue(), 10);
        digits(text.append('-'), day.getDayOfMonth(), 10);
        digits(text.append('T'), time / 3_600, 10);
        digits(text.append(':'), time / 60 % 60, 10);
        digits(text.append(':'), time % 60, 10);
        fraction(text, instant.getNano());
        return text.append('Z').toString();
    }

    /** As many groups of three digits as it takes. */
    private static void fraction(StringBuilder text, int nanos) {
        if (nanos == 0) {
            return;
        }
        text.append('.');
        if (nanos % 1_000_000 == 0) {
            digits(text, nanos / 1_000_000, 100);
        } else if (nanos % 1_000 == 0) {
            digits(text, nanos / 1_000, 100_000);
        } else {
            digits(text, nanos, 100_000_000);
        }
    }

    private static void digits(StringBuilder text, int number, int highest) {
        for (int unit = highest; unit > 0; unit /= 10) {
            text.append((char) ('0' + number / unit % 10));
        }
    }
}
