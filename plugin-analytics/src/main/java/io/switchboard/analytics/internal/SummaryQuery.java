package io.switchboard.analytics.internal;

import io.switchboard.connector.Describe;
import io.switchboard.connector.Example;
import io.switchboard.connector.Length;
import io.switchboard.connector.Matches;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Which calls are to be summed up. */
record SummaryQuery(
        @Describe(en = "Where the period begins; absent: a day before its end.", zh = "起始时间；不填则为截止时间前一天。")
        @Example("2026-01-30T08:00:00Z")
        Optional<Instant> from,

        @Describe(
                en = "Where the period ends; absent: now. It is at most 92 days long.",
                zh = "截止时间；不填则为当前时间。跨度至多 92 天。")
        @Example("2026-01-31T08:00:00Z")
        Optional<Instant> to,

        @Length(max = 20)
        @Matches("[a-z][a-z0-9]*")
        @Describe(en = "Only this connector's operations; absent: all.", zh = "仅统计该连接器；不填则统计全部。")
        @Example("crm")
        Optional<String> connector) {

    Period period(Instant now) {
        return Period.of(from, to, Duration.ofDays(1), now);
    }
}
