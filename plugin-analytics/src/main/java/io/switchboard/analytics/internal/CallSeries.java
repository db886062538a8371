package io.switchboard.analytics.internal;

import io.switchboard.connector.Describe;
import io.switchboard.connector.Example;
import io.switchboard.connector.SchemaName;
import java.time.Instant;
import java.util.List;

/** How calls went over time. */
@SchemaName("CallSeries")
record CallSeries(
        @Describe(en = "How long the parts are.", zh = "时间粒度。") @Example("HOUR")
        Resolution by,

        @Describe(en = "Where the first part begins.", zh = "首个时段的起始时间。") @Example("2026-01-30T08:00:00Z")
        Instant from,

        @Describe(en = "Where the period ends.", zh = "截止时间。") @Example("2026-01-31T08:00:00Z")
        Instant to,

        @Describe(en = "All parts, the oldest first; those without calls too.", zh = "全部时段，由旧到新，含无调用的时段。")
        List<SeriesPoint> points) {}
