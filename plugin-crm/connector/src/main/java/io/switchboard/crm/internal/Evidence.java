package io.switchboard.crm.internal;

import io.switchboard.connector.CallContext;
import io.switchboard.connector.Describe;
import io.switchboard.connector.Example;
import io.switchboard.connector.Length;
import io.switchboard.connector.Range;
import io.switchboard.connector.SchemaName;
import io.switchboard.crm.spi.Source;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** Who says so, and how sure it is. */
@SchemaName("Evidence")
record Evidence(
        @Describe(en = "Who observed it.", zh = "由谁观察到。") @Example("CONVERSATION")
        EvidenceSource source,

        @Length(min = 1, max = 100)
        @Describe(
                en =
                        "The conversation, employee or system. Absent: the conversation of the call, or the employee who makes it.",
                zh = "会话、员工或系统的编号。不填则取本次调用的会话或操作员工。")
        @Example("conv-20260301-7")
        Optional<String> sourceId,

        @Range(min = 0, max = 1)
        @Describe(
                en =
                        "How sure it is, from 0 to 1, to three digits: 1 where the customer said so, below 0.5 for a guess.",
                zh = "可信度，0 到 1，保留三位小数：客户明确表示为 1，猜测低于 0.5。")
        @Example("0.9")
        BigDecimal confidence) {
    private static final int DIGITS = 3;

    Source source(CallContext call) {
        return new Source(source.kind(), sourceId.or(() -> known(call)));
    }

    BigDecimal rounded() {
        return confidence.setScale(DIGITS, RoundingMode.HALF_UP);
    }

    private Optional<String> known(CallContext call) {
        return switch (source) {
            case CONVERSATION -> call.conversation();
            case AGENT -> call.principal().user();
            case SYSTEM -> Optional.of(call.principal().id());
        };
    }
}
