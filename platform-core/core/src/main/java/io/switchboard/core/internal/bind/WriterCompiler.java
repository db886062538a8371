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
import java.util.function.Function;

/** Prepares the writers of a connector's types: for one masking profile, or for what stays within the hub. */
final class WriterCompiler {
    private final Function<DataClass, Treatment> treatments;
    private final boolean whole;

    private WriterCompiler(Function<DataClass, Treatment> treatments, boolean whole) {
        this.treatments = treatments;
        this.whole = whole;
    }

    /** For what leaves the hub. */
    static WriterCompiler masked(MaskingProfile profile) {
        return new WriterCompiler(profile::of, false);
    }

    /** For what stays within the hub: all there is, credentials too, and not a character taken out. */
    static WriterCompiler unmasked() {
        return new WriterCompiler(dataClass -> Treatment.FULL, true);
    }

    RecordWriter record(ValueType.RecordType described, Class<?> type) {
        List<RecordWriter.Part> parts = new ArrayList<>();
        Iterator<Member> members = described.members().iterator();
        for (RecordComponent component : type.getRecordComponents()) {
            Member member = members.next();
            if (component.getType() == PageRequest.class) {
                members.next();
                page(component).ifPresent(parts::add);
                continue;
            }
            member(member, component, described.schemaName() + "." + member.name())
                    .ifPresent(parts::add);
        }
        return new RecordWriter(described.schemaName(), type, parts);
    }

    /** The audit has no use for it; but two requests for different pages are not the same. */
    private Optional<RecordWriter.Part> page(RecordComponent component) {
        ValueWriter writer = (value, out) -> {
            PageRequest page = (PageRequest) value;
            out.startList();
            out.text(page.cursor().orElse(""));
            out.number(page.limit());
            out.endList();
        };
        return whole
                ? Optional.of(new RecordWriter.Part(component.getName(), false, Accessors.getter(component), writer))
                : Optional.empty();
    }

    private Optional<RecordWriter.Part> member(Member member, RecordComponent component, String place) {
        Type type = ReaderCompiler.inner(component, member.optional());
        Optional<ValueWriter> writer = member.sensitive().isPresent()
                ? sensitive(member, type, place)
                : Optional.of(value(member.type(), type, member.untrusted(), place));
        return writer.map(
                each -> new RecordWriter.Part(member.name(), member.optional(), Accessors.getter(component), each));
    }

    private Optional<ValueWriter> sensitive(Member member, Type type, String place) {
        DataClass dataClass = member.sensitive().orElseThrow();
        Treatment treatment = treatments.apply(dataClass);
        if (treatment == Treatment.FULL) {
            return Optional.of(value(member.type(), type, member.untrusted(), place));
        }
        boolean partial = treatment == Treatment.PARTIAL
                && member.type() instanceof ValueType.TextType
                && PartialText.exists(dataClass);
        return partial
                ? Optional.of(
                        (value, out) -> out.text(PartialText.of(dataClass, text((String) value, member.untrusted()))))
                : Optional.empty();
    }

    private String text(String value, boolean untrusted) {
        return untrusted && !whole ? PlainText.of(value) : WellFormed.of(value);
    }

    private ValueWriter value(ValueType described, Type type, boolean untrusted, String place) {
        if (described instanceof ValueType.RecordType nested) {
            return record(nested, (Class<?>) type);
        } else if (described instanceof ValueType.ListType list) {
            return list(value(list.element(), ReaderCompiler.argument(type, 0), untrusted, place), place);
        } else if (described instanceof ValueType.MapType map) {
            return map(value(map.value(), ReaderCompiler.argument(type, 1), untrusted, place), untrusted, place);
        } else if (described instanceof ValueType.TextType) {
            return (value, out) -> out.text(text((String) value, untrusted));
        } else if (described instanceof ValueType.IntegerType integer) {
            return integer.bits() == 32
                    ? (value, out) -> out.number((Integer) value)
                    : (value, out) -> out.text(((Long) value).toString());
        } else if (described instanceof ValueType.DecimalType) {
            return (value, out) -> out.decimal(Numbers.bounded((BigDecimal) value, place));
        } else if (described instanceof ValueType.BooleanType) {
            return (value, out) -> out.bool((Boolean) value);
        } else if (described instanceof ValueType.EnumType) {
            return (value, out) -> out.text(((Enum<?>) value).name());
        } else if (described instanceof ValueType.MoneyType) {
            return (value, out) -> BuiltInRecords.write((Money) value, place, out);
        } else if (described instanceof ValueType.AttachmentType) {
            return (value, out) -> BuiltInRecords.write((Attachment) value, out);
        } else if (described instanceof ValueType.InstantType) {
            return (value, out) -> out.text(InstantText.of((Instant) value));
        } else {
            // Dates, durations and URIs: their toString() is their form on the wire.
            Class<?> declared = (Class<?>) type;
            return (value, out) -> out.text(declared.cast(value).toString());
        }
    }

    private static ValueWriter list(ValueWriter element, String place) {
        return (value, out) -> {
            out.startList();
            for (Object each : (List<?>) value) {
                element.write(RecordWriter.present(each, place), out);
            }
            out.endList();
        };
    }

    private ValueWriter map(ValueWriter element, boolean untrusted, String place) {
        return (value, out) -> {
            out.startMap();
            for (Map.Entry<?, ?> each : ((Map<?, ?>) value).entrySet()) {
                out.key(text((String) RecordWriter.present(each.getKey(), place), untrusted));
                element.write(RecordWriter.present(each.getValue(), place), out);
            }
            out.endMap();
        };
    }
}
