package io.switchboard.analytics.internal;

import io.switchboard.connector.Describe;
import io.switchboard.connector.Example;
import io.switchboard.connector.SchemaName;
import java.time.Instant;
import java.util.List;

/** The most frequent errors of a period. */
@SchemaName("ErrorRanking")
record ErrorRanking(
        @Describe(
                en = "Where the period begins that was counted; the asked one, in whole minutes or hours.",
                zh = "实际统计的起始时间，按整分钟或整小时。")
        @Example("2026-01-30T08:00:00Z")
        Instant from,

        @Describe(en = "Where it ends.", zh = "实际统计的截止时间。") @Example("2026-01-31T08:00:00Z")
        Instant to,

        @Describe(en = "The most frequent first.", zh = "由多到少。")
        List<RankedError> errors) {}
