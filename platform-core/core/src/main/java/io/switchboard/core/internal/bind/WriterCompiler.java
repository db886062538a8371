package io.switchboard.core.internal.bind;

import io.switchboard.connector.Attachment;
import io.switchboard.connector.DataClass;
import io.switchboard.connector.Money;
import io.switchboard.connector.PageRequest;
import io.switchboard.core.descriptor.Member;
import io.switchboard.core.descriptor.ValueType;
import io.switchboard.core.internal.mask.FreeText;
import io.switchboard.core.internal.mask.HandleText;
import io.switchboard.core.internal.mask.PartialText;
import io.switchboard.core.internal.mask.PlainText;
import io.switchboard.core.internal.mask.StandIns;
import io.switchboard.core.security.MaskingProfile;
import io.switchboard.core.security.MaskingProfile.Treatment;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Prepares the writers of an operation's types: for one masking profile, or for what stays within the hub. Used once. */
final class WriterCompiler {
    private final MaskingProfile profile;
    private final FreeText freeText;
    private final Kind kind;
    private boolean handles;

    /** Whom it is written for. */
    private enum Kind {
        CALLER,
        AUDIT,
        HUB
    }

    private WriterCompiler(MaskingProfile profile, Kind kind) {
        this.profile = profile;
        this.freeText = new FreeText(profile);
        this.kind = kind;
    }

    /** For what leaves the hub. */
    static WriterCompiler masked(MaskingProfile profile) {
        return new WriterCompiler(profile, Kind.CALLER);
    }

    /** For the audit: nothing sensitive. */
    static WriterCompiler audited() {
        return new WriterCompiler(MaskingProfile.HIDE_ALL, Kind.AUDIT);
    }

    /** For what stays within the hub: all there is, credentials too, and not a character taken out. */
    static WriterCompiler unmasked() {
        return new WriterCompiler(MaskingProfile.HIDE_ALL, Kind.HUB);
    }

    /** Whether what was prepared may ask for handles. */
    boolean givesHandles() {
        return handles;
    }

    RecordWriter record(ValueType.RecordType described, Class<?> type) {
        List<RecordWriter.Part> parts = new ArrayList<>();
        Iterator<Member> members = described.members().iterator();
        for (RecordComponent component : type.getRecordComponents()) {
            Member member = members.next();
            if (component.getType() == PageRequest.class) {
                members.next();
                parts.addAll(page(component));
                continue;
            }
            member(member, component, described.schemaName() + "." + member.name())
                    .ifPresent(parts::add);
        }
        return new RecordWriter(described.schemaName(), type, parts);
    }

    /** Two members, as it came. The audit has no use for them; but two requests for different pages are not the same. */
    private List<RecordWriter.Part> page(RecordComponent component) {
        if (kind != Kind.HUB) {
            return List.of();
        }
        Accessors.Getter page = Accessors.getter(component);
        return List.of(
                new RecordWriter.Part(
                        PageMembers.CURSOR,
                        false,
                        page,
                        Optional.of((value, standIns) ->
                                ((PageRequest) value).cursor().orElse(null)),
                        (value, out, standIns) -> out.text((String) value)),
                new RecordWriter.Part(
                        PageMembers.LIMIT,
                        false,
                        page,
                        Optional.empty(),
                        (value, out, standIns) -> out.number(((PageRequest) value).limit())));
    }

    private Optional<RecordWriter.Part> member(Member member, RecordComponent component, String place) {
        Treatment treatment = kind == Kind.HUB
                ? Treatment.FULL
                : member.sensitive().map(profile::of).orElse(Treatment.FULL);
        if (treatment == Treatment.FULL) {
            Type type = ReaderCompiler.inner(component, member.optional());
            ValueWriter writer = value(member.type(), type, member.untrusted(), place);
            return Optional.of(part(member, component, Optional.empty(), writer));
        }
        return standIn(member, treatment)
                .map(each ->
                        part(member, component, Optional.of(each), (value, out, standIns) -> out.text((String) value)));
    }

    private static RecordWriter.Part part(
            Member member, RecordComponent component, Optional<RecordWriter.StandIn> standsIn, ValueWriter writer) {
        return new RecordWriter.Part(member.name(), member.optional(), Accessors.getter(component), standsIn, writer);
    }

    /** What stands in the place of a sensitive value; only text has something, all else is left out. */
    private Optional<RecordWriter.StandIn> standIn(Member member, Treatment treatment) {
        DataClass dataClass = member.sensitive().orElseThrow();
        boolean untrusted = member.untrusted();
        if (!(member.type() instanceof ValueType.TextType) || treatment == Treatment.HIDDEN) {
            return Optional.empty();
        }
        if (treatment == Treatment.PARTIAL && dataClass == DataClass.FREE_TEXT) {
            handles |= freeText.givesHandles();
            return Optional.of((value, standIns) -> freeText.of((String) value, standIns));
        }
        if (treatment == Treatment.PARTIAL && PartialText.exists(dataClass)) {
            return Optional.of((value, standIns) -> PartialText.of(dataClass, plain((String) value, untrusted)));
        }
        if (treatment == Treatment.HANDLE && HandleText.exists(dataClass)) {
            handles = true;
            return Optional.of((value, standIns) -> standIns.of(dataClass, plain((String) value, untrusted)));
        }
        return Optional.empty();
    }

    private static String plain(String value, boolean untrusted) {
        return untrusted ? PlainText.of(value) : WellFormed.of(value);
    }

    private ValueWriter text(boolean untrusted) {
        if (kind == Kind.HUB) {
            return (value, out, standIns) -> out.text(WellFormed.of((String) value));
        }
        // What customers wrote may hold their numbers wherever it stands, unless the role sees all that they write.
        boolean scanned = untrusted && profile.of(DataClass.FREE_TEXT) != Treatment.FULL;
        if (kind == Kind.AUDIT) {
            return (value, out, standIns) -> out.text(
                    HandleText.hidden(scanned ? freeText.of((String) value, standIns) : WellFormed.of((String) value)));
        }
        handles |= scanned && freeText.givesHandles();
        return scanned
                ? (value, out, standIns) -> out.text(freeText.of((String) value, standIns))
                : (value, out, standIns) -> out.text(plain((String) value, untrusted));
    }

    private ValueWriter value(ValueType described, Type type, boolean untrusted, String place) {
        if (described instanceof ValueType.RecordType nested) {
            return record(nested, (Class<?>) type);
        } else if (described instanceof ValueType.ListType list) {
            return list(value(list.element(), ReaderCompiler.argument(type, 0), untrusted, place), place);
        } else if (described instanceof ValueType.MapType map) {
            return map(value(map.value(), ReaderCompiler.argument(type, 1), untrusted, place), untrusted, place);
        } else if (described instanceof ValueType.TextType) {
            return text(untrusted);
        } else if (described instanceof ValueType.IntegerType integer) {
            return integer.bits() == 32
                    ? (value, out, standIns) -> out.number((Integer) value)
                    : (value, out, standIns) -> out.text(((Long) value).toString());
        } else if (described instanceof ValueType.DecimalType) {
            return (value, out, standIns) -> out.decimal(Numbers.bounded((BigDecimal) value, place));
        } else if (described instanceof ValueType.BooleanType) {
            return (value, out, standIns) -> out.bool((Boolean) value);
        } else if (described instanceof ValueType.EnumType) {
            return (value, out, standIns) -> out.text(((Enum<?>) value).name());
        } else if (described instanceof ValueType.MoneyType) {
            return (value, out, standIns) -> BuiltInRecords.write((Money) value, place, out);
        } else if (described instanceof ValueType.AttachmentType) {
            return (value, out, standIns) -> BuiltInRecords.write((Attachment) value, out);
        } else if (described instanceof ValueType.InstantType) {
            return (value, out, standIns) -> out.text(InstantText.of((Instant) value));
        } else {
            // Dates, durations and URIs: their toString() is their form on the wire.
            Class<?> declared = (Class<?>) type;
            return (value, out, standIns) -> out.text(declared.cast(value).toString());
        }
    }

    private static ValueWriter list(ValueWriter element, String place) {
        return (value, out, standIns) -> {
            out.startList();
            for (Object each : (List<?>) value) {
                element.write(RecordWriter.present(each, place), out, standIns);
            }
            out.endList();
        };
    }

    private ValueWriter map(ValueWriter element, boolean untrusted, String place) {
        boolean cleaned = untrusted && kind != Kind.HUB;
        boolean scanned = cleaned && profile.of(DataClass.FREE_TEXT) != Treatment.FULL;
        return (value, out, standIns) -> {
            out.startMap();
            Set<String> written = new HashSet<>();
            for (Map.Entry<?, ?> each : ((Map<?, ?>) value).entrySet()) {
                String key = (String) RecordWriter.present(each.getKey(), place);
                Object present = RecordWriter.present(each.getValue(), place);
                // Keys are names to look things up by; a handle in their place would tell each caller other names.
                String shown = scanned ? freeText.of(key, StandIns.NONE) : plain(key, cleaned);
                // Two that differ in what is hidden are one name, which may stand once.
                if (!cleaned || written.add(shown)) {
                    out.key(shown);
                    element.write(present, out, standIns);
                }
            }
            out.endMap();
        };
    }
}
