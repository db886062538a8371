package io.switchboard.core.internal.bind;

import io.switchboard.connector.CallContext;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A method of a connector behind one shape: connector, input, context. Immutable. */
public final class Invoker {
    private static final MethodType SHAPE =
            MethodType.methodType(Object.class, Object.class, Object.class, CallContext.class);

    private final MethodHandle handle;

    private Invoker(MethodHandle handle) {
        this.handle = handle;
    }

    /** Prepares a method that takes an input or none, then a context or none. */
    public static Invoker of(Method method) {
        List<Class<?>> parameters = List.of(method.getParameterTypes());
        boolean context = parameters.contains(CallContext.class);
        boolean input = parameters.size() > (context ? 1 : 0);
        try {
            MethodHandle direct = Accessors.lookup(method.getDeclaringClass()).unreflect(method);
            if (!context) {
                direct = MethodHandles.dropArguments(direct, input ? 2 : 1, CallContext.class);
            }
            if (!input) {
                direct = MethodHandles.dropArguments(direct, 1, Object.class);
            }
            return new Invoker(direct.asType(SHAPE));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("cannot reach " + method, e);
        }
    }

    @Nullable
    Object invoke(Object connector, @Nullable Object input, CallContext context) throws Throwable {
        return handle.invokeExact(connector, input, context);
    }
}
