package io.switchboard.analytics.internal;

import io.switchboard.connector.Describe;
import io.switchboard.connector.Example;
import io.switchboard.connector.SchemaName;
import java.util.List;

/** How one operation did. */
@SchemaName("OperationMeasures")
record OperationMeasures(
        @Describe(en = "The connector's id; none: calls of what is not offered.", zh = "连接器编号；none 表示调用了不存在的服务。")
        @Example("crm")
        String connector,

        @Describe(en = "The operation's full name.", zh = "操作的完整名称。") @Example("crm.v1.customer.get")
        String operation,

        @Describe(en = "Calls, errors and latency.", zh = "调用、错误与耗时。")
        Measures measures,

        @Describe(en = "The errors by code, the most frequent first.", zh = "按错误码统计，由多到少。")
        List<CodeCount> errors) {}
