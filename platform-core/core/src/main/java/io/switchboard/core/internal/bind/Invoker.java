package io.switchboard.core.internal.bind;

import io.switchboard.connector.CallContext;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A method of a connector behind one shape: connector, input, context. Safe for use from many threads. */
public final class Invoker {
    private static final MethodType SHAPE =
            MethodType.methodType(Object.class, Object.class, Object.class, CallContext.class);

    private final MethodHandle direct;
    private final boolean input;
    private final boolean context;

    /** Of {@code direct}, made at its first use, for the sake of the hub's start. */
    private @Nullable MethodHandle shaped;

    private Invoker(MethodHandle direct, boolean input, boolean context) {
        this.direct = direct;
        this.input = input;
        this.context = context;
    }

    /** Prepares a method that takes an input or none, then a context or none. */
    public static Invoker of(Method method) {
        List<Class<?>> parameters = List.of(method.getParameterTypes());
        boolean context = parameters.contains(CallContext.class);
        boolean input = parameters.size() > (context ? 1 : 0);
        try {
            return new Invoker(Accessors.lookup(method.getDeclaringClass()).unreflect(method), input, context);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("cannot reach " + method, e);
        }
    }

    @Nullable
    Object invoke(Object connector, @Nullable Object argument, CallContext call) throws Throwable {
        MethodHandle handle = shaped;
        if (handle == null) {
            handle = shape();
            shaped = handle;
        }
        return handle.invokeExact(connector, argument, call);
    }

    private MethodHandle shape() {
        MethodHandle handle = direct;
        if (!context) {
            handle = MethodHandles.dropArguments(handle, input ? 2 : 1, CallContext.class);
        }
        if (!input) {
            handle = MethodHandles.dropArguments(handle, 1, Object.class);
        }
        return handle.asType(SHAPE);
    }
}
