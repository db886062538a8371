package io.switchboard.analytics.internal;

import io.switchboard.connector.Describe;
import io.switchboard.connector.Example;
import io.switchboard.connector.Length;
import io.switchboard.connector.Matches;
import java.time.Instant;
import java.util.Optional;

/** Which calls are to be told over time. */
record SeriesQuery(
        @Describe(en = "How long the parts are; absent: an hour.", zh = "时间粒度；不填则按小时。") @Example("HOUR")
        Optional<Resolution> by,

        @Describe(
                en =
                        "Where the period begins; absent: an hour before its end by the minute, a day by the hour, 30 days by the day.",
                zh = "起始时间；不填则按分钟为截止前一小时，按小时为前一天，按天为前 30 天。")
        @Example("2026-01-30T08:00:00Z")
        Optional<Instant> from,

        @Describe(en = "Where the period ends; absent: now.", zh = "截止时间；不填则为当前时间。") @Example("2026-01-31T08:00:00Z")
        Optional<Instant> to,

        @Length(max = 20)
        @Matches("[a-z][a-z0-9]*")
        @Describe(en = "Only this connector's operations; absent: all.", zh = "仅统计该连接器；不填则统计全部。")
        @Example("crm")
        Optional<String> connector,

        @Length(max = 60)
        @Describe(en = "Only the operation of this full name; absent: all.", zh = "仅统计该操作（完整名称）；不填则统计全部。")
        @Example("crm.v1.customer.get")
        Optional<String> operation) {

    Resolution resolution() {
        return by.orElse(Resolution.HOUR);
    }

    Period period(Instant now) {
        return Period.of(from, to, resolution().usual(), now);
    }

    /** The connector to read, which an operation names too. */
    Optional<String> readConnector() {
        return connector.or(() -> operation.map(TallyKey::connector));
    }
}
