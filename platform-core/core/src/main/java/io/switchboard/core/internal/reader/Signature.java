package io.switchboard.core.internal.reader;

import io.switchboard.connector.CallContext;
import io.switchboard.connector.Page;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads what a method takes and gives; the same for operations and their probes. */
final class Signature {
    private final Mistakes mistakes;

    Signature(Mistakes mistakes) {
        this.mistakes = mistakes;
    }

    /**
     * The record that a method takes; empty where it takes none, or something else.
     *
     * @param what what the method is, as {@code an operation}
     */
    Optional<Class<?>> input(Method method, String what) {
        String place = Places.of(method);
        if (Modifier.isStatic(method.getModifiers()) || method.getTypeParameters().length > 0) {
            mistakes.add(place, what + " is neither static nor generic");
        }
        List<Class<?>> parameters = Arrays.asList(method.getParameterTypes());
        boolean context = !parameters.isEmpty() && parameters.get(parameters.size() - 1) == CallContext.class;
        List<Class<?>> inputs = context ? parameters.subList(0, parameters.size() - 1) : parameters;
        if (inputs.size() > 1 || (inputs.size() == 1 && !inputs.get(0).isRecord())) {
            mistakes.add(place, what + " takes one record or none, then a CallContext or none");
            return Optional.empty();
        }
        return inputs.stream().findFirst();
    }

    /** The record, or the rows' record of a page, that an operation gives back; empty where it gives nothing. */
    Optional<Class<?>> result(Method method) {
        Type type = method.getGenericReturnType();
        if (type == void.class || type == Void.class) {
            return Optional.empty();
        }
        String place = Places.of(method);
        if (type == Page.class) {
            mistakes.add(place, "gives back a Page of what? Write Page<Row>, with Row a record");
            return Optional.empty();
        }
        Type record = type instanceof ParameterizedType generic && generic.getRawType() == Page.class
                ? generic.getActualTypeArguments()[0]
                : type;
        if (record instanceof Class<?> raw && raw.isRecord()) {
            return Optional.of(raw);
        }
        if (record instanceof ParameterizedType generic
                && generic.getRawType() instanceof Class<?> raw
                && raw.isRecord()) {
            mistakes.add(place, Places.of(type) + ": a record with type parameters; write a record for each use");
            return Optional.empty();
        }
        mistakes.add(
                place,
                "an operation gives back one record, a Page of records, or nothing, and this one gives "
                        + Places.of(type));
        return Optional.empty();
    }
}
