package io.switchboard.analytics.internal;

import io.switchboard.connector.Describe;
import io.switchboard.connector.Example;
import io.switchboard.connector.SchemaName;
import java.math.BigDecimal;
import java.util.Optional;

/** How often something was called, how often it failed, how long it took. */
@SchemaName("Measures")
@Describe(en = "Calls, errors and latency; without a latency where there were no calls.", zh = "调用次数、错误与耗时；无调用时不含耗时。")
record Measures(
        @Describe(en = "How many calls there were.", zh = "调用次数。") @Example("1200")
        long calls,

        @Describe(en = "How many of them failed, for whatever reason.", zh = "失败的调用次数，不论原因。") @Example("18")
        long errors,

        @Describe(en = "Which part of the calls failed, 0 to 1.", zh = "失败调用所占比例，0 至 1。") @Example("0.0150")
        BigDecimal errorRate,

        @Describe(en = "Half of the calls took at most so many microseconds.", zh = "耗时中位数，单位微秒。") @Example("850")
        Optional<Long> p50Micros,

        @Describe(en = "95 % of the calls took at most so many microseconds.", zh = "95% 的调用耗时不超过该值，单位微秒。")
        @Example("2900")
        Optional<Long> p95Micros,

        @Describe(en = "99 % of the calls took at most so many microseconds.", zh = "99% 的调用耗时不超过该值，单位微秒。")
        @Example("7400")
        Optional<Long> p99Micros,

        @Describe(en = "The slowest call took so many microseconds.", zh = "最慢一次调用的耗时，单位微秒。") @Example("48210")
        Optional<Long> maxMicros) {}
