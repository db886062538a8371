package io.switchboard.analytics.internal;

import io.switchboard.connector.Describe;
import io.switchboard.connector.Example;
import io.switchboard.connector.SchemaName;
import java.math.BigDecimal;
import java.time.Instant;

/** How often one operation failed with one error. */
@SchemaName("RankedError")
record RankedError(
        @Describe(en = "The connector's id; none: calls of what is not offered.", zh = "连接器编号；none 表示调用了不存在的服务。")
        @Example("crm")
        String connector,

        @Describe(en = "The operation's full name.", zh = "操作的完整名称。") @Example("crm.v1.customer.get")
        String operation,

        @Describe(en = "The number of the error in the hub's catalogue.", zh = "错误目录中的编号。") @Example("5002")
        int code,

        @Describe(en = "The error's name.", zh = "错误名称。") @Example("BUSY")
        String name,

        @Describe(en = "How many calls failed with it.", zh = "因此失败的调用次数。") @Example("7")
        long calls,

        @Describe(en = "Which part of the operation's calls failed with it, 0 to 1.", zh = "占该操作全部调用的比例，0 至 1。")
        @Example("0.0058")
        BigDecimal rate,

        @Describe(en = "When the minute or hour began in which it came last.", zh = "最近一次出现所在的分钟或小时的起始时间。")
        @Example("2026-01-31T07:59:00Z")
        Instant lastIn) {}
