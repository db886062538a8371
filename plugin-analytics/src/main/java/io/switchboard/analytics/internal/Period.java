package io.switchboard.analytics.internal;

import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ErrorCode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * From when to when calls are counted. Immutable.
 *
 * @param from the beginning
 * @param to the end, behind the beginning
 */
record Period(Instant from, Instant to) {
    static final Duration LONGEST = Duration.ofDays(92);
    static final String EMPTY = "period";
    static final String TOO_LONG = "period-too-long";
    static final String NOT_KEPT = "period-not-kept";

    /** Up to this length, minutes are added up; that is exact, but for the minute. */
    private static final Duration BY_MINUTE = Duration.ofDays(2);
    /** No year of more than four digits, with which no calculation has to cope. */
    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    /** What a caller asks for; what is absent is filled in. */
    static Period of(Optional<Instant> from, Optional<Instant> to, Duration usual, Instant now) {
        Instant end = to.orElse(now);
        if (end.isAfter(LATEST) || end.isBefore(Instant.EPOCH)) {
            throw ConnectorException.of(ErrorCode.INVALID_ARGUMENTS, EMPTY).at("to");
        }
        Instant begin = from.orElse(end.minus(usual));
        if (!begin.isBefore(end)) {
            throw ConnectorException.of(ErrorCode.INVALID_ARGUMENTS, EMPTY).at("from");
        }
        return new Period(begin, end);
    }

    /** Refuses a longer one. */
    Period atMost(Duration longest) {
        // Not by the length, which overflows for the beginning of time.
        if (from.isBefore(to.minus(longest))) {
            throw ConnectorException.of(ErrorCode.INVALID_ARGUMENTS, TOO_LONG).at("from");
        }
        return this;
    }

    /** Refuses what is no longer kept. */
    Period within(Span span, Instant now) {
        if (from.isBefore(now.minus(span.kept()))) {
            throw ConnectorException.of(ErrorCode.INVALID_ARGUMENTS, NOT_KEPT).at("from");
        }
        return this;
    }

    /** The finest span that is kept that long and read fast enough. */
    Span span(Instant now) {
        boolean kept = !from.isBefore(now.minus(Span.MINUTE.kept()));
        return kept && !from.isBefore(to.minus(BY_MINUTE)) ? Span.MINUTE : Span.HOUR;
    }

    /** The same, in whole spans. */
    Period whole(Span span) {
        return new Period(span.floor(from), span.ceiling(to));
    }
}
