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
            return new Getter(handle);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("cannot reach " + component, e);
        }
    }

    static MethodHandles.Lookup lookup(Class<?> type) throws IllegalAccessException {
        return MethodHandles.privateLookupIn(type, MethodHandles.lookup());
    }

    /** Reads one component. */
    record Getter(MethodHandle handle) {
        @Nullable
        Object get(Object of) throws IllegalResultException {
            try {
                return handle.invokeExact(of);
            } catch (Error e) {
                throw e;
            } catch (Throwable e) {
                throw new IllegalResultException(
                        "an accessor threw " + e.getClass().getName());
            }
        }
    }
}
