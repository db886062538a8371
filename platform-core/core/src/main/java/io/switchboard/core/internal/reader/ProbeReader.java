package io.switchboard.core.internal.reader;

import io.switchboard.connector.Effect;
import io.switchboard.connector.Operation;
import io.switchboard.connector.Probe;
import io.switchboard.connector.ProbeResult;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the probes of a connector and holds them against the operations they answer for. */
final class ProbeReader {
    private final Mistakes mistakes;
    private final Signature signature;

    ProbeReader(Mistakes mistakes) {
        this.mistakes = mistakes;
        this.signature = new Signature(mistakes);
    }

    Map<String, Method> read(List<Method> methods) {
        Map<String, Method> operations = new HashMap<>();
        for (Method method : methods) {
            if (method.isAnnotationPresent(Operation.class)) {
                operations.putIfAbsent(method.getAnnotation(Operation.class).id(), method);
            }
        }
        Map<String, Method> probes = new HashMap<>();
        for (Method method : methods) {
            if (method.isAnnotationPresent(Probe.class)) {
                String id = method.getAnnotation(Probe.class).value();
                check(method, id, operations);
                if (probes.put(id, method) != null) {
                    mistakes.add(Places.of(method), "there are two probes for \"" + id + "\"");
                }
            }
        }
        return probes;
    }

    private void check(Method probe, String id, Map<String, Method> operations) {
        String place = Places.of(probe);
        Method operation = operations.get(id);
        if (operation == null) {
            mistakes.add(place, "@Probe \"" + id + "\": there is no such operation");
            return;
        }
        if (operation.getAnnotation(Operation.class).effect() == Effect.READ) {
            mistakes.add(place, "@Probe \"" + id + "\": a READ needs no probe");
        }
        int mistakesBefore = mistakes.count();
        Optional<Class<?>> input = signature.input(probe, "a probe");
        boolean same = input.equals(new Signature(new Mistakes()).input(operation, ""));
        if (!same && mistakes.count() == mistakesBefore) {
            mistakes.add(place, "takes something else than " + Places.of(operation) + ", which it probes");
        }
        if (!gives(probe.getGenericReturnType(), boxed(operation.getGenericReturnType()))) {
            mistakes.add(
                    place,
                    "gives back something else than ProbeResult<" + Places.of(boxed(operation.getGenericReturnType()))
                            + ">");
        }
    }

    private static boolean gives(Type probe, Type result) {
        return probe instanceof ParameterizedType generic
                && generic.getRawType() == ProbeResult.class
                && generic.getActualTypeArguments()[0].equals(result);
    }

    private static Type boxed(Type type) {
        return type == void.class ? Void.class : type;
    }
}
