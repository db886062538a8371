package io.switchboard.analytics.internal;

import io.switchboard.connector.Describe;
import io.switchboard.connector.Example;
import io.switchboard.connector.SchemaName;
import java.time.Instant;

/** One part of a series. */
@SchemaName("SeriesPoint")
record SeriesPoint(
        @Describe(en = "When the part begins.", zh = "该时段的起始时间。") @Example("2026-01-30T08:00:00Z")
        Instant from,

        @Describe(en = "Calls, errors and latency.", zh = "调用、错误与耗时。")
        Measures measures) {}
