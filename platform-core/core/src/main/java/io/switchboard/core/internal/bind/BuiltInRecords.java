package io.switchboard.core.internal.bind;

import io.switchboard.connector.Attachment;
import io.switchboard.connector.Money;
import io.switchboard.core.descriptor.Member;
import io.switchboard.core.descriptor.Text;
import io.switchboard.core.descriptor.ValueType;
import io.switchboard.core.value.ValueOutput;
import java.util.List;
import java.util.Optional;

/** The two records of the API that are types of their own: money and attachments. */
final class BuiltInRecords {
    static final ValueReader MONEY = ReaderCompiler.record(
            record(
                    member("amount", new ValueType.DecimalType(Long.MIN_VALUE, Long.MAX_VALUE)),
                    member("currency", new ValueType.TextType(3, 3, "[A-Z]{3}"))),
            Money.class);

    static final ValueReader ATTACHMENT = ReaderCompiler.record(
            record(
                    member("id", new ValueType.TextType(1, 100, "")),
                    member("name", new ValueType.TextType(1, 255, "[^/\\\\]+")),
                    member("mediaType", new ValueType.TextType(3, 127, "[^/ ]+/[^/ ]+")),
                    member("size", new ValueType.IntegerType(64, 0, Long.MAX_VALUE)),
                    member("sha256", new ValueType.TextType(64, 64, "[0-9a-f]{64}"))),
            Attachment.class);

    private BuiltInRecords() {}

    static void write(Money money, String place, ValueOutput out) throws IllegalResultException {
        out.startRecord();
        out.name("amount");
        out.decimal(Numbers.bounded(money.amount(), place));
        out.name("currency");
        out.text(WellFormed.of(money.currency()));
        out.endRecord();
    }

    static void write(Attachment attachment, ValueOutput out) {
        out.startRecord();
        out.name("id");
        out.text(WellFormed.of(attachment.id()));
        out.name("name");
        out.text(WellFormed.of(attachment.name()));
        out.name("mediaType");
        out.text(WellFormed.of(attachment.mediaType()));
        out.name("size");
        out.text(Long.toString(attachment.size()));
        out.name("sha256");
        out.text(WellFormed.of(attachment.sha256()));
        out.endRecord();
    }

    private static ValueType.RecordType record(Member... members) {
        return new ValueType.RecordType("", Text.NONE, List.of(members));
    }

    private static Member member(String name, ValueType type) {
        return new Member(name, type, false, Text.NONE, "", Optional.empty(), false, false, false);
    }
}
