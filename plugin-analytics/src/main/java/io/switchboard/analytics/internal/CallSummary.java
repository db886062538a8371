package io.switchboard.analytics.internal;

import io.switchboard.connector.Describe;
import io.switchboard.connector.Example;
import io.switchboard.connector.SchemaName;
import java.time.Instant;
import java.util.List;

/** How all operations did in a period. */
@SchemaName("CallSummary")
record CallSummary(
        @Describe(
                en = "Where the period begins that was counted; the asked one, in whole minutes or hours.",
                zh = "实际统计的起始时间，按整分钟或整小时。")
        @Example("2026-01-30T08:00:00Z")
        Instant from,

        @Describe(en = "Where it ends.", zh = "实际统计的截止时间。") @Example("2026-01-31T08:00:00Z")
        Instant to,

        @Describe(en = "Everything together.", zh = "合计。") Measures total,

        @Describe(en = "By connector, the most called first.", zh = "按连接器统计，调用多者在前。")
        List<ConnectorMeasures> connectors,

        @Describe(en = "By operation, the most called first; at most 500.", zh = "按操作统计，调用多者在前，至多 500 项。")
        List<OperationMeasures> operations) {}
