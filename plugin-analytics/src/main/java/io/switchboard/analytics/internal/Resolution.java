package io.switchboard.analytics.internal;

import io.switchboard.connector.Describe;
import io.switchboard.connector.SchemaName;
import java.time.Duration;

/** How long the parts of a series are. */
@SchemaName("Resolution")
enum Resolution {
    @Describe(en = "By the minute, for half a day at most, of the last eight days.", zh = "按分钟，跨度至多半天，限最近八天。")
    MINUTE(Span.MINUTE, Duration.ofHours(1), Duration.ofHours(12)),

    @Describe(en = "By the hour, for 31 days at most.", zh = "按小时，跨度至多 31 天。")
    HOUR(Span.HOUR, Duration.ofDays(1), Duration.ofDays(31)),

    @Describe(en = "By the day, for 92 days at most.", zh = "按天，跨度至多 92 天。")
    DAY(Span.HOUR, Duration.ofDays(30), Period.LONGEST);

    private final Span span;
    private final Duration usual;
    private final Duration longest;

    Resolution(Span span, Duration usual, Duration longest) {
        this.span = span;
        this.usual = usual;
        this.longest = longest;
    }

    /** What it is read from. */
    Span span() {
        return span;
    }

    /** How long a period is that has no beginning. */
    Duration usual() {
        return usual;
    }

    /** How long a period may be. */
    Duration longest() {
        return longest;
    }
}
