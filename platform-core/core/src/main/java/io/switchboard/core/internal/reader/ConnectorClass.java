package io.switchboard.core.internal.reader;

import io.switchboard.connector.Operation;
import io.switchboard.connector.Probe;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Looks at a connector's class as a whole: whether it can be made, and which methods count. */
final class ConnectorClass {
    private final Class<?> type;
    private final Mistakes mistakes;
    /** The methods with an annotation of ours, by name and parameters; the ones they override do not count. */
    private final Set<String> found = new HashSet<>();

    ConnectorClass(Class<?> type, Mistakes mistakes) {
        this.type = type;
        this.mistakes = mistakes;
    }

    void checkConstruction() {
        int modifiers = type.getModifiers();
        boolean inner = type.isMemberClass() && !Modifier.isStatic(modifiers);
        if (!Modifier.isPublic(modifiers)
                || Modifier.isAbstract(modifiers)
                || inner
                || type.getConstructors().length == 0) {
            mistakes.add(
                    Places.of(type),
                    "has to be a public class with a public constructor, neither abstract nor inner, "
                            + "or the framework cannot make it");
        }
    }

    /** Public or not, inherited or not; in an order that does not change from one virtual machine to the next. */
    List<Method> methods() {
        List<Method> methods = new ArrayList<>();
        Set<Class<?>> interfaces = new LinkedHashSet<>();
        for (Class<?> each = type; each != null && each != Object.class; each = each.getSuperclass()) {
            List<Method> declared = Arrays.asList(each.getDeclaredMethods());
            declared.stream()
                    .filter(method -> !method.isBridge() && !method.isSynthetic() && !isOverridden(method))
                    .forEach(methods::add);
            // A bridge stands for the method it overrides, whose parameters are those of a type variable.
            declared.stream()
                    .filter(ConnectorClass::counts)
                    .map(ConnectorClass::key)
                    .forEach(found::add);
            collect(each, interfaces);
        }
        interfaces.forEach(this::refuseMethods);
        methods.sort(Comparator.comparing(Places::of));
        return methods;
    }

    private boolean isOverridden(Method method) {
        return counts(method) && !Modifier.isPrivate(method.getModifiers()) && found.contains(key(method));
    }

    private static void collect(Class<?> type, Set<Class<?>> interfaces) {
        for (Class<?> each : type.getInterfaces()) {
            if (interfaces.add(each)) {
                collect(each, interfaces);
            }
        }
    }

    private void refuseMethods(Class<?> type) {
        Arrays.stream(type.getDeclaredMethods())
                .filter(method -> counts(method) && !found.contains(key(method)))
                .map(Places::of)
                .sorted()
                .forEach(place -> mistakes.add(
                        place, "an interface's @Operation or @Probe is not read; put it on a method of the class"));
    }

    private static boolean counts(Method method) {
        return method.isAnnotationPresent(Operation.class) || method.isAnnotationPresent(Probe.class);
    }

    private static String key(Method method) {
        return method.getName() + Arrays.toString(method.getParameterTypes());
    }
}
