package io.switchboard.bench.jmh;

import io.switchboard.connector.DataClass;
import io.switchboard.core.internal.mask.FreeText;
import io.switchboard.core.internal.mask.StandIns;
import io.switchboard.core.security.MaskingProfile;
import io.switchboard.core.security.MaskingProfile.Treatment;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What it costs to look through a hundred characters that people wrote. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class FreeTextBenchmark {
    private static final String CHINESE = hundred("快递三天没有更新物流信息了，打客服电话一直占线，麻烦尽快帮我查一下订单现在到哪里了，谢谢。");
    private static final String ENGLISH = hundred(
            "The parcel was due on Monday, order 20261122, and nobody knows where it is; please look into it. ");
    private static final String DIGITS = hundred("第2件 19:30 共3箱 2026-11-22 编号 A-1024，9折 199元 45%；");
    private static final String HITS =
            hundred("请打13800138000或发li@example.com，身份证11010519491231002X，卡4111 1111 1111 1111。");

    private final FreeText masked = new FreeText(
            new MaskingProfile(Map.of(DataClass.PHONE, Treatment.PARTIAL, DataClass.EMAIL, Treatment.PARTIAL)));

    private static String hundred(String text) {
        return text.repeat(5).substring(0, 100);
    }

    /** Chinese, without a number. */
    @Benchmark
    public String chinese() {
        return masked.of(CHINESE, StandIns.NONE);
    }

    /** English, with the number of an order. */
    @Benchmark
    public String english() {
        return masked.of(ENGLISH, StandIns.NONE);
    }

    /** Full of numbers that are nobody's. */
    @Benchmark
    public String digits() {
        return masked.of(DIGITS, StandIns.NONE);
    }

    /** With one of each kind. */
    @Benchmark
    public String hits() {
        return masked.of(HITS, StandIns.NONE);
    }
}
