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

    /** Of {@code constructor}, made at its first use: making one takes long, and most records of a hub that starts wait for a call. */
    private @Nullable MethodHandle creator;

    private Accessors(MethodHandle constructor) {
        this.constructor = constructor;
    }

    static Accessors of(Class<?> type) {
        Class<?>[] parameters = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            return new Accessors(lookup(type).findConstructor(type, MethodType.methodType(void.class, parameters)));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot reach the constructor of " + type.getName(), e);
        }
    }

    /** Makes a record; what its constructor throws comes out. */
    Object create(@Nullable Object[] values) throws Throwable {
        MethodHandle handle = creator;
        if (handle == null) {
            handle = constructor
                    .asSpreader(Object[].class, constructor.type().parameterCount())
                    .asType(CREATE);
            creator = handle;
        }
        return handle.invokeExact(values);
    }

    static Getter getter(RecordComponent component) {
        try {
            return new Getter(
                    component.getDeclaringRecord().getSimpleName() + "." + component.getName(),
                    lookup(component.getDeclaringRecord()).unreflect(component.getAccessor()));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("cannot reach " + component, e);
        }
    }

    static MethodHandles.Lookup lookup(Class<?> type) throws IllegalAccessException {
        return MethodHandles.privateLookupIn(type, MethodHandles.lookup());
    }

    /** Reads one component. Safe for use from many threads, as handles are. */
    static final class Getter {
        private final String name;
        private final MethodHandle accessor;
        private @Nullable MethodHandle handle;

        /**
         * Takes an accessor.
         *
         * @param name names it for its author
         */
        private Getter(String name, MethodHandle accessor) {
            this.name = name;
            this.accessor = accessor;
        }

        @Nullable
        Object get(Object of) throws IllegalResultException {
            MethodHandle get = handle;
            if (get == null) {
                get = accessor.asType(GET);
                handle = get;
            }
            try {
                return get.invokeExact(of);
            } catch (Throwable e) {
                // Errors too: the accessor is the connector's, and so is what it threw.
                throw new IllegalResultException(
                        "the accessor " + name + "() threw " + e.getClass().getName());
            }
        }
    }
}
