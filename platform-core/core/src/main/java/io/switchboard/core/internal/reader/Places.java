package io.switchboard.core.internal.reader;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Names places in a connector's source the way its author would. */
final class Places {
    private Places() {}

    static String of(Class<?> type) {
        String name = type.getName();
        return name.substring(name.lastIndexOf('.') + 1).replace('$', '.');
    }

    /** Any type, without the packages. */
    static String of(Type type) {
        return type.getTypeName()
                .replaceAll("\\b(?:[a-z_][A-Za-z0-9_]*\\.)+", "")
                .replace('$', '.');
    }

    static String of(Method method) {
        return of(method.getDeclaringClass())
                + "."
                + method.getName()
                + Arrays.stream(method.getParameterTypes())
                        .map(Class::getSimpleName)
                        .collect(Collectors.joining(", ", "(", ")"));
    }

    static String of(RecordComponent component) {
        return of(component.getDeclaringRecord()) + "." + component.getName();
    }
}
