package io.switchboard.core.internal.bind;

import io.switchboard.connector.DataClass;
import io.switchboard.connector.PageRequest;
import io.switchboard.core.descriptor.Member;
import io.switchboard.core.descriptor.OperationDescriptor;
import io.switchboard.core.descriptor.Route;
import io.switchboard.core.descriptor.ValueType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Prepares the readers of a connector's types. */
final class ReaderCompiler {
    private ReaderCompiler() {}

    /**
     * What is said of a member and holds for the texts in it. Immutable.
     *
     * @param untrusted whether customers write it
     * @param sensitive which kind of personal data it is
     */
    record Marks(boolean untrusted, Optional<DataClass> sensitive) {
        static final Marks NONE = new Marks(false, Optional.empty());

        static Marks of(Member member) {
            return new Marks(member.untrusted(), member.sensitive());
        }
    }

    static RecordReader record(ValueType.RecordType described, Class<?> type) {
        return record(described, type, Set.of());
    }

    /** The reader of an operation's arguments. */
    static RecordReader arguments(OperationDescriptor operation, Class<?> type) {
        Set<String> keys = new HashSet<>();
        operation.customer().ifPresent(member -> keys.add(member.name()));
        operation.route().segments().stream().filter(Route.Segment::variable).forEach(each -> keys.add(each.text()));
        return record(operation.input(), type, keys);
    }

    private static RecordReader record(ValueType.RecordType described, Class<?> type, Set<String> keys) {
        List<RecordReader.Part> parts = new ArrayList<>();
        Iterator<Member> members = described.members().iterator();
        for (RecordComponent component : type.getRecordComponents()) {
            Member member = members.next();
            if (component.getType() == PageRequest.class) {
                Member limit = members.next();
                parts.add(new RecordReader.PagePart(
                        value(member.type(), String.class, Marks.NONE),
                        value(limit.type(), Integer.class, Marks.NONE)));
            } else {
                ValueReader value = value(member.type(), inner(component, member.optional()), Marks.of(member));
                parts.add(new RecordReader.MemberPart(
                        member.name(),
                        member.optional(),
                        member.customerId(),
                        keys.contains(member.name()) ? ScalarReaders.notBlank(value) : value));
            }
        }
        return new RecordReader(type, parts, described);
    }

    /** The type within the {@code Optional}, where there is one. */
    static Type inner(RecordComponent component, boolean optional) {
        return optional
                ? ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0]
                : component.getGenericType();
    }

    static ValueReader value(ValueType described, Type type, Marks marks) {
        if (described instanceof ValueType.RecordType nested) {
            return record(nested, (Class<?>) type);
        } else if (described instanceof ValueType.ListType list) {
            return ContainerReaders.list(list, value(list.element(), argument(type, 0), marks));
        } else if (described instanceof ValueType.MapType map) {
            return ContainerReaders.map(map, value(map.value(), argument(type, 1), marks), marks.untrusted());
        } else if (described instanceof ValueType.EnumType names) {
            return ContainerReaders.enumeration(names, (Class<?>) type);
        } else if (described instanceof ValueType.TextType text) {
            return ScalarReaders.text(text, marks);
        } else if (described instanceof ValueType.IntegerType integer) {
            return ScalarReaders.integer(integer);
        } else if (described instanceof ValueType.DecimalType decimal) {
            return ScalarReaders.decimal(decimal);
        } else if (described instanceof ValueType.BooleanType) {
            return ScalarReaders.bool(described);
        } else if (described instanceof ValueType.DateType) {
            return ScalarReaders.date(described);
        } else if (described instanceof ValueType.InstantType) {
            return ScalarReaders.instant(described);
        } else if (described instanceof ValueType.DurationType) {
            return ScalarReaders.duration(described);
        } else if (described instanceof ValueType.UriType) {
            return ScalarReaders.uri(described);
        } else if (described instanceof ValueType.MoneyType) {
            return BuiltInRecords.MONEY;
        } else {
            return BuiltInRecords.ATTACHMENT;
        }
    }

    static Type argument(Type type, int index) {
        return ((ParameterizedType) type).getActualTypeArguments()[index];
    }
}
