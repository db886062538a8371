package io.switchboard.analytics.internal;

import io.switchboard.connector.Describe;
import io.switchboard.connector.Example;
import io.switchboard.connector.SchemaName;

/** How the operations of one connector did together. */
@SchemaName("ConnectorMeasures")
record ConnectorMeasures(
        @Describe(en = "The connector's id; none: calls of what is not offered.", zh = "连接器编号；none 表示调用了不存在的服务。")
        @Example("crm")
        String connector,

        @Describe(en = "Calls, errors and latency.", zh = "调用、错误与耗时。")
        Measures measures) {}
