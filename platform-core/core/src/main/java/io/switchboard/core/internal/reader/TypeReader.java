package io.switchboard.core.internal.reader;

import io.switchboard.connector.Attachment;
import io.switchboard.connector.Describe;
import io.switchboard.connector.Money;
import io.switchboard.connector.PageRequest;
import io.switchboard.connector.SchemaName;
import io.switchboard.core.descriptor.Member;
import io.switchboard.core.descriptor.Text;
import io.switchboard.core.descriptor.ValueType;
import io.switchboard.core.internal.bind.PageMembers;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads Java types into the closed table of value types. One for each connector; not for several threads. */
final class TypeReader {
    private static final ValueType ANY = new ValueType.TextType(0, Limits.TEXT, "");

    private final String connector;
    private final Mistakes mistakes;
    private final Map<String, Class<?>> schemaNames = new HashMap<>();
    private final Set<String> mistakenlyShared = new HashSet<>();
    private final Deque<Class<?>> open = new ArrayDeque<>();

    TypeReader(String connector, Mistakes mistakes) {
        this.connector = connector;
        this.mistakes = mistakes;
    }

    /** Reads a record; its name in schemas is the one it declares, or the given one. */
    ValueType.RecordType record(Class<?> type, String defaultName, Side side) {
        if (open.contains(type)) {
            mistakes.add(Places.of(type), "contains itself; a record may not");
            return new ValueType.RecordType(defaultName, Text.NONE, List.of());
        }
        if (type.getTypeParameters().length > 0) {
            mistakes.add(Places.of(type), "has type parameters; write a record for each use");
        }
        open.push(type);
        String name = schemaName(type, defaultName);
        List<Member> members = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            if (component.getType() == PageRequest.class) {
                members.addAll(page(component, side));
            } else {
                members.add(new MemberReader(this, mistakes, side, open.size() == 1).read(component, name));
            }
        }
        open.pop();
        return new ValueType.RecordType(name, text(type), members);
    }

    private List<Member> page(RecordComponent component, Side side) {
        if (side != Side.INPUT || open.size() > 1) {
            mistakes.add(Places.of(component), "a PageRequest stands at the top of an input only");
        }
        return PageMembers.LIST;
    }

    /** Reads any type of the table but {@code Optional}. */
    ValueType value(Type type, RecordComponent at, Constraints constraints, String parentName, Side side) {
        if (type instanceof ParameterizedType generic) {
            return container(generic, at, constraints, parentName, side);
        }
        if (!(type instanceof Class<?> raw)) {
            return outside(at, type, "");
        }
        if (raw.isRecord() && raw != Money.class && raw != Attachment.class) {
            return record(raw, childName(parentName, at), side);
        }
        if (raw.isEnum()) {
            return enumeration(raw, childName(parentName, at));
        }
        ValueType scalar = scalar(raw, constraints);
        return scalar != null ? scalar : outside(at, raw, hint(raw));
    }

    private ValueType container(
            ParameterizedType generic, RecordComponent at, Constraints constraints, String parentName, Side side) {
        Type[] arguments = generic.getActualTypeArguments();
        if (generic.getRawType() == List.class) {
            constraints.takesLength();
            return new ValueType.ListType(
                    value(arguments[0], at, constraints.elements(), parentName, side),
                    constraints.lengthMin(),
                    constraints.lengthMax(Limits.LIST));
        }
        if (generic.getRawType() == Map.class && arguments[0] == String.class) {
            constraints.takesLength();
            return new ValueType.MapType(
                    value(arguments[1], at, constraints.elements(), parentName, side),
                    constraints.lengthMin(),
                    constraints.lengthMax(Limits.LIST));
        }
        return outside(at, generic, generic.getRawType() == Map.class ? "; a map's key is a String" : "");
    }

    private static @Nullable ValueType scalar(Class<?> type, Constraints constraints) {
        if (type == String.class) {
            constraints.takesLength();
            constraints.takesPattern();
            return new ValueType.TextType(
                    constraints.lengthMin(), constraints.lengthMax(Limits.TEXT), constraints.pattern());
        }
        if (type == int.class || type == Integer.class) {
            constraints.takesRange();
            long least = Math.max(constraints.rangeMin(), Integer.MIN_VALUE);
            long greatest = Math.min(constraints.rangeMax(), Integer.MAX_VALUE);
            return new ValueType.IntegerType(32, least, greatest);
        }
        if (type == long.class || type == Long.class) {
            constraints.takesRange();
            return new ValueType.IntegerType(64, constraints.rangeMin(), constraints.rangeMax());
        }
        if (type == BigDecimal.class) {
            constraints.takesRange();
            return new ValueType.DecimalType(constraints.rangeMin(), constraints.rangeMax());
        }
        return SIMPLE.get(type);
    }

    private static final Map<Class<?>, ValueType> SIMPLE = Map.of(
            boolean.class, new ValueType.BooleanType(),
            Boolean.class, new ValueType.BooleanType(),
            LocalDate.class, new ValueType.DateType(),
            Instant.class, new ValueType.InstantType(),
            Duration.class, new ValueType.DurationType(),
            URI.class, new ValueType.UriType(),
            Money.class, new ValueType.MoneyType(),
            Attachment.class, new ValueType.AttachmentType());

    private static String hint(Class<?> type) {
        if (type == double.class || type == float.class || type == Double.class || type == Float.class) {
            return "; use BigDecimal";
        }
        if (type == short.class || type == byte.class || type == char.class) {
            return "; use int or String";
        }
        if (type.getName().startsWith("java.util.Optional")) {
            return "; use Optional with a type in angle brackets";
        }
        if (type.isArray() || Iterable.class.isAssignableFrom(type)) {
            return "; use List with a type in angle brackets";
        }
        return type.getName().startsWith("java.time.") || type.getName().startsWith("java.util.Date")
                ? "; use Instant, LocalDate or Duration"
                : "";
    }

    private ValueType outside(RecordComponent at, Type type, String hint) {
        mistakes.add(
                Places.of(at),
                "the type " + type.getTypeName().replaceAll("java\\.(lang|util)\\.", "")
                        + " is not in the table of types" + hint);
        return ANY;
    }

    private ValueType enumeration(Class<?> type, String defaultName) {
        List<ValueType.Constant> constants = new ArrayList<>();
        for (Object constant : type.getEnumConstants()) {
            String name = ((Enum<?>) constant).name();
            try {
                constants.add(new ValueType.Constant(name, text(type.getDeclaredField(name))));
            } catch (NoSuchFieldException e) {
                throw new IllegalStateException(e);
            }
        }
        return new ValueType.EnumType(schemaName(type, defaultName), constants);
    }

    private String schemaName(Class<?> type, String defaultName) {
        SchemaName declared = type.getAnnotation(SchemaName.class);
        if (declared == null) {
            return defaultName;
        }
        if (!declared.value().matches("[A-Z][A-Za-z0-9]*")) {
            mistakes.add(Places.of(type), "@SchemaName \"" + declared.value() + "\" is not [A-Z][A-Za-z0-9]*");
        }
        Class<?> other = schemaNames.putIfAbsent(declared.value(), type);
        if (other != null && other != type && mistakenlyShared.add(declared.value())) {
            mistakes.add(
                    Places.of(type),
                    "@SchemaName \"" + declared.value() + "\" is the name of " + Places.of(other) + " already");
        }
        return connector + "." + declared.value();
    }

    private static String childName(String parentName, RecordComponent at) {
        String name = at.getName();
        return parentName + "." + Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    static Text text(AnnotatedElement element) {
        return Optional.ofNullable(element.getAnnotation(Describe.class))
                .map(describe -> new Text(describe.en(), describe.zh()))
                .orElse(Text.NONE);
    }
}
