package io.switchboard.core.internal.bind;

import io.switchboard.connector.Page;
import io.switchboard.core.descriptor.Member;
import io.switchboard.core.descriptor.ValueType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds in a result whose data it is, at whatever depth a component says so. Immutable. */
final class Owners {
    private final List<Path> paths;
    private final boolean paged;

    Owners(ValueType.RecordType described, Class<?> type, boolean paged) {
        this.paths = paths(described, type);
        this.paged = paged;
    }

    /** Whether every owner named in a result is this customer. */
    boolean allAre(String customer, Object result) throws IllegalResultException {
        if (paths.isEmpty()) {
            return true;
        }
        if (!paged) {
            return matches(paths, customer, result);
        }
        for (Object row : ((Page<?>) result).items()) {
            if (!matches(paths, customer, row)) {
                return false;
            }
        }
        return true;
    }

    /**
     * A way to owners: a component, and either it is one, or it holds records that have some.
     *
     * @param getter reads the component
     * @param inner the ways within; empty: the component is the owner
     */
    private record Path(Accessors.Getter getter, List<Path> inner) {}

    private static List<Path> paths(ValueType.RecordType described, Class<?> type) {
        List<Path> found = new ArrayList<>();
        Iterator<Member> members = described.members().iterator();
        for (RecordComponent component : type.getRecordComponents()) {
            Member member = members.next();
            if (member.owner()) {
                found.add(new Path(Accessors.getter(component), List.of()));
            } else {
                List<Path> inner = within(member.type(), ReaderCompiler.inner(component, member.optional()));
                if (!inner.isEmpty()) {
                    found.add(new Path(Accessors.getter(component), inner));
                }
            }
        }
        return List.copyOf(found);
    }

    private static List<Path> within(ValueType described, Type type) {
        if (described instanceof ValueType.RecordType nested) {
            return paths(nested, (Class<?>) type);
        } else if (described instanceof ValueType.ListType list) {
            return within(list.element(), ReaderCompiler.argument(type, 0));
        } else if (described instanceof ValueType.MapType map) {
            return within(map.value(), ReaderCompiler.argument(type, 1));
        }
        return List.of();
    }

    private static boolean matches(List<Path> paths, String customer, Object holder) throws IllegalResultException {
        for (Path path : paths) {
            Object value = path.getter().get(holder);
            boolean fits = path.inner().isEmpty() ? customer.equals(value) : within(path.inner(), customer, value);
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private static boolean within(List<Path> inner, String customer, @Nullable Object value)
            throws IllegalResultException {
        if (value instanceof Optional<?> optional) {
            return optional.isEmpty() || within(inner, customer, optional.get());
        } else if (value instanceof List<?> list) {
            return all(inner, customer, list);
        } else if (value instanceof Map<?, ?> map) {
            return all(inner, customer, map.values());
        }
        // Null where a record is required is for the writer to find.
        return value == null || matches(inner, customer, value);
    }

    private static boolean all(List<Path> inner, String customer, Iterable<?> values) throws IllegalResultException {
        for (Object each : values) {
            if (!within(inner, customer, each)) {
                return false;
            }
        }
        return true;
    }
}
