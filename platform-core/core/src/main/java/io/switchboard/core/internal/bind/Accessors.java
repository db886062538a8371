package io.switchboard.core.internal.bind;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Method handles on a record's components and constructor, whatever their visibility; so nothing is looked up per call. */
final class Accessors {
    private static final MethodType GET = MethodType.methodType(Object.class, Object.class);
    private static final MethodType CREATE = MethodType.methodType(Object.class, Object[].class);

    private final MethodHandle constructor;

    private Accessors(MethodHandle constructor) {
        this.constructor = constructor;
    }

    static Accessors of(Class<?> type) {
        Class<?>[] parameters = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            MethodHandle direct = lookup(type).findConstructor(type, MethodType.methodType(void.class, parameters));
            return new Accessors(
                    direct.asSpreader(Object[].class, parameters.length).asType(CREATE));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot reach the constructor of " + type.getName(), e);
        }
    }

    /** Makes a record; what its constructor throws comes out. */
    Object create(@Nullable Object[] values) throws Throwable {
        return constructor.invokeExact(values);
    }

    static Getter getter(RecordComponent component) {
        try {
            MethodHandle handle = lookup(component.getDeclaringRecord())
                    .unreflect(component.getAccessor())
                    .asType(GET);
            return new Getter(component.getDeclaringRecord().getSimpleName() + "." + component.getName(), handle);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("cannot reach " + component, e);
        }
    }

    static MethodHandles.Lookup lookup(Class<?> type) throws IllegalAccessException {
        return MethodHandles.privateLookupIn(type, MethodHandles.lookup());
    }

    /**
     * Reads one component.
     *
     * @param name names it for its author
     * @param handle calls its accessor
     */
    record Getter(String name, MethodHandle handle) {
        @Nullable
        Object get(Object of) throws IllegalResultException {
            try {
                return handle.invokeExact(of);
            } catch (Throwable e) {
                // Errors too: the accessor is the connector's, and so is what it threw.
                throw new IllegalResultException(
                        "the accessor " + name + "() threw " + e.getClass().getName());
            }
        }
    }
}
