package io.switchboard.analytics.internal;

import io.switchboard.connector.Describe;
import io.switchboard.connector.ErrorCode;
import io.switchboard.connector.Example;
import io.switchboard.connector.SchemaName;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** How often one error came. */
@SchemaName("CodeCount")
record CodeCount(
        @Describe(en = "The number of the error in the hub's catalogue.", zh = "错误目录中的编号。") @Example("5002")
        int code,

        @Describe(en = "The error's name.", zh = "错误名称。") @Example("BUSY")
        String name,

        @Describe(en = "How many calls failed with it.", zh = "因此失败的调用次数。") @Example("7")
        long calls) {

    /** The most frequent first. */
    static List<CodeCount> of(Map<Integer, Long> errors) {
        return errors.entrySet().stream()
                .sorted(Map.Entry.<Integer, Long>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(error -> new CodeCount(error.getKey(), name(error.getKey()), error.getValue()))
                .toList();
    }

    static String name(int code) {
        return Stream.of(ErrorCode.values())
                .filter(each -> each.number() == code)
                .findFirst()
                .map(Enum::name)
                .orElse("UNKNOWN");
    }
}
