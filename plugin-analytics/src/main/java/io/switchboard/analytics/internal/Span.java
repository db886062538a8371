package io.switchboard.analytics.internal;

import java.time.Duration;
import java.time.Instant;

/** What is counted together, how long it is kept, and how much of it is read at once. */
enum Span {
    MINUTE("calls_minute", Duration.ofMinutes(1), Duration.ofDays(8), Duration.ofHours(4)),
    HOUR("calls_hour", Duration.ofHours(1), Duration.ofDays(400), Duration.ofDays(7));

    private final String table;
    private final Duration length;
    private final Duration kept;
    private final Duration readAtOnce;

    Span(String table, Duration length, Duration kept, Duration readAtOnce) {
        this.table = table;
        this.length = length;
        this.kept = kept;
        this.readAtOnce = readAtOnce;
    }

    String table() {
        return table;
    }

    Duration kept() {
        return kept;
    }

    Duration readAtOnce() {
        return readAtOnce;
    }

    /** The beginning of the span that a time is in, in seconds since 1970. */
    long bucket(Instant time) {
        return Math.floorDiv(time.getEpochSecond(), length.toSeconds()) * length.toSeconds();
    }

    /** The beginning of the first span that does not begin before a time. */
    Instant ceiling(Instant time) {
        Instant floor = floor(time);
        return floor.isBefore(time) ? floor.plus(length) : floor;
    }

    /** The beginning of the span that a time is in. */
    Instant floor(Instant time) {
        return Instant.ofEpochSecond(bucket(time));
    }
}
