package io.switchboard.core.internal.bind;

import io.switchboard.connector.Attachment;
import io.switchboard.connector.DataClass;
import io.switchboard.connector.Money;
import io.switchboard.connector.PageRequest;
import io.switchboard.core.descriptor.Member;
import io.switchboard.core.descriptor.ValueType;
import io.switchboard.core.security.MaskingProfile;
import io.switchboard.core.security.MaskingProfile.Treatment;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Prepares the writers of a connector's types for one masking profile. */
final class WriterCompiler {
    private final MaskingProfile profile;

    WriterCompiler(MaskingProfile profile) {
        this.profile = profile;
    }

    RecordWriter record(ValueType.RecordType described, Class<?> type) {
        List<RecordWriter.Part> parts = new ArrayList<>();
        Iterator<Member> members = described.members().iterator();
        for (RecordComponent component : type.getRecordComponents()) {
            Member member = members.next();
            if (component.getType() == PageRequest.class) {
                // Only arguments have one, and they are written for the audit, which has no use for it.
                members.next();
                continue;
            }
            member(member, component).ifPresent(parts::add);
        }
        return new RecordWriter(described.schemaName(), parts);
    }

    private Optional<RecordWriter.Part> member(Member member, RecordComponent component) {
        Type type = ReaderCompiler.inner(component, member.optional());
        Optional<ValueWriter> writer =
                member.sensitive().isPresent() ? masked(member, type) : Optional.of(value(member, type));
        return writer.map(
                each -> new RecordWriter.Part(member.name(), member.optional(), Accessors.getter(component), each));
    }

    private Optional<ValueWriter> masked(Member member, Type type) {
        DataClass dataClass = member.sensitive().orElseThrow();
        Treatment treatment = profile.of(dataClass);
        if (treatment == Treatment.FULL) {
            return Optional.of(value(member, type));
        }
        boolean partial = treatment == Treatment.PARTIAL
                && member.type() instanceof ValueType.TextType
                && PartialText.exists(dataClass);
        return partial
                ? Optional.of((value, out) -> out.text(PartialText.of(dataClass, (String) value)))
                : Optional.empty();
    }

    private ValueWriter value(Member member, Type type) {
        return value(member.type(), type, member.untrusted());
    }

    private ValueWriter value(ValueType described, Type type, boolean untrusted) {
        if (described instanceof ValueType.RecordType nested) {
            return record(nested, (Class<?>) type);
        } else if (described instanceof ValueType.ListType list) {
            return list(value(list.element(), ReaderCompiler.argument(type, 0), untrusted));
        } else if (described instanceof ValueType.MapType map) {
            return map(value(map.value(), ReaderCompiler.argument(type, 1), untrusted));
        } else if (described instanceof ValueType.TextType) {
            return untrusted
                    ? (value, out) -> out.text(PlainText.of((String) value))
                    : (value, out) -> out.text((String) value);
        } else if (described instanceof ValueType.IntegerType integer) {
            return integer.bits() == 32
                    ? (value, out) -> out.number((Integer) value)
                    : (value, out) -> out.text(value.toString());
        } else if (described instanceof ValueType.DecimalType) {
            return (value, out) -> out.decimal((BigDecimal) value);
        } else if (described instanceof ValueType.BooleanType) {
            return (value, out) -> out.bool((Boolean) value);
        } else if (described instanceof ValueType.EnumType) {
            return (value, out) -> out.text(((Enum<?>) value).name());
        } else if (described instanceof ValueType.MoneyType) {
            return (value, out) -> BuiltInRecords.write((Money) value, out);
        } else if (described instanceof ValueType.AttachmentType) {
            return (value, out) -> BuiltInRecords.write((Attachment) value, out);
        } else if (described instanceof ValueType.InstantType) {
            return (value, out) -> out.text(InstantText.of((Instant) value));
        } else {
            // Dates, durations and URIs: their toString() is their form on the wire.
            return (value, out) -> out.text(value.toString());
        }
    }

    private static ValueWriter list(ValueWriter element) {
        return (value, out) -> {
            out.startList();
            for (Object each : (List<?>) value) {
                element.write(RecordWriter.present(each, "list"), out);
            }
            out.endList();
        };
    }

    private static ValueWriter map(ValueWriter element) {
        return (value, out) -> {
            out.startMap();
            for (Map.Entry<?, ?> each : ((Map<?, ?>) value).entrySet()) {
                out.key((String) RecordWriter.present(each.getKey(), "map"));
                element.write(RecordWriter.present(each.getValue(), "map"), out);
            }
            out.endMap();
        };
    }
}
