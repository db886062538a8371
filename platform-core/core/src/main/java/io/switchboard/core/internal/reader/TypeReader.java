package io.switchboard.core.internal.reader;

import io.switchboard.connector.Describe;
import io.switchboard.connector.Money;
import io.switchboard.connector.PageRequest;
import io.switchboard.core.descriptor.Member;
import io.switchboard.core.descriptor.Text;
import io.switchboard.core.descriptor.ValueType;
import io.switchboard.core.internal.bind.PageMembers;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads Java types into the closed table of value types. One for each connector; not for several threads. */
final class TypeReader {
    private static final ValueType ANY = new ValueType.TextType(0, Limits.TEXT, "");

    private final Mistakes mistakes;
    private final SchemaNames names;
    private final Deque<Class<?>> open = new ArrayDeque<>();
    private int members;

    TypeReader(String connector, Mistakes mistakes) {
        this.mistakes = mistakes;
        this.names = new SchemaNames(connector, mistakes);
    }

    /** Begins an operation, whose members are counted together. */
    void begin() {
        members = 0;
    }

    /** Reads a record; its name in schemas is the one it declares, or the given one. */
    ValueType.RecordType record(Class<?> type, String defaultName, Use use) {
        if (!mayOpen(type, use)) {
            return new ValueType.RecordType(defaultName, Text.NONE, List.of());
        }
        open.push(type);
        String name = names.of(type, defaultName);
        List<Member> read = members(type, name, use);
        open.pop();
        checkNames(type, read);
        return new ValueType.RecordType(name, text(type), read);
    }

    private boolean mayOpen(Class<?> type, Use use) {
        if (open.contains(type)) {
            mistakes.add(Places.of(type), "contains itself; a record may not");
            return false;
        }
        if (open.size() == Limits.DEPTH) {
            mistakes.add(
                    Places.of(type),
                    "stands within " + Limits.DEPTH + " other records in " + use.words() + ", and fewer are allowed");
            return false;
        }
        if (type.getTypeParameters().length > 0) {
            mistakes.add(Places.of(type), "has type parameters; write a record for each use");
            return false;
        }
        return true;
    }

    private List<Member> members(Class<?> type, String name, Use use) {
        List<Member> read = new ArrayList<>();
        boolean top = open.size() == 1;
        for (RecordComponent component : type.getRecordComponents()) {
            if (++members > Limits.MEMBERS) {
                mistakes.add(
                        use.operation(),
                        "has more than " + Limits.MEMBERS
                                + " components, counting those of records within records wherever they stand");
                break;
            }
            if (component.getType() == PageRequest.class) {
                PageComponent.check(component, use, top, mistakes);
                read.addAll(PageMembers.LIST);
            } else {
                read.add(new MemberReader(this, mistakes, use, top).read(component, name));
            }
        }
        return read;
    }

    /** A PageRequest is two members, so names may be the same though Java's are not. */
    private void checkNames(Class<?> type, List<Member> read) {
        Set<String> seen = new HashSet<>();
        for (Member member : read) {
            if (!seen.add(member.name())) {
                mistakes.add(
                        Places.of(type),
                        "has two members \"" + member.name() + "\": one of them is what its PageRequest is made of; "
                                + "rename the other");
            }
        }
    }

    /** Reads any type of the table but {@code Optional}. */
    ValueType value(Type type, RecordComponent at, Constraints constraints, String parentName, Use use) {
        if (type instanceof ParameterizedType generic) {
            return container(generic, at, constraints, parentName, use);
        }
        if (!(type instanceof Class<?> raw)) {
            return outside(at, type);
        }
        if (raw.isRecord() && !raw.getPackageName().equals(Money.class.getPackageName())) {
            return record(raw, childName(parentName, at), use);
        }
        if (raw.isEnum()) {
            return enumeration(raw, childName(parentName, at));
        }
        ValueType scalar = ScalarTypes.of(raw, constraints);
        return scalar != null ? scalar : outside(at, raw);
    }

    private ValueType container(
            ParameterizedType generic, RecordComponent at, Constraints constraints, String parentName, Use use) {
        Type[] arguments = generic.getActualTypeArguments();
        if (generic.getRawType() == List.class) {
            constraints.takesLength();
            return new ValueType.ListType(
                    value(arguments[0], at, constraints.elements(), parentName, use),
                    constraints.lengthMin(),
                    constraints.lengthMax(Limits.LIST));
        }
        if (generic.getRawType() == Map.class && arguments[0] == String.class) {
            constraints.takesLength();
            return new ValueType.MapType(
                    value(arguments[1], at, constraints.elements(), parentName, use),
                    constraints.lengthMin(),
                    constraints.lengthMax(Limits.LIST));
        }
        return outside(at, generic);
    }

    private ValueType outside(RecordComponent at, Type type) {
        mistakes.add(Places.of(at), "the type " + Places.of(type) + " is not in the table of types" + Hints.of(type));
        return ANY;
    }

    private ValueType enumeration(Class<?> type, String defaultName) {
        if (type.getEnumConstants().length == 0) {
            mistakes.add(Places.of(type), "is an enum without constants");
        }
        List<ValueType.Constant> constants = new ArrayList<>();
        for (Object constant : type.getEnumConstants()) {
            String name = ((Enum<?>) constant).name();
            try {
                constants.add(new ValueType.Constant(name, text(type.getDeclaredField(name))));
            } catch (NoSuchFieldException e) {
                throw new IllegalStateException(e);
            }
        }
        return new ValueType.EnumType(names.of(type, defaultName), constants);
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
