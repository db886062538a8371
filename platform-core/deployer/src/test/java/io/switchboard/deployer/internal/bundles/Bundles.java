package io.switchboard.deployer.internal.bundles;

import java.lang.reflect.Proxy;
import java.util.concurrent.Callable;
import org.osgi.framework.Bundle;

/** Bundles that are nothing but a name. */
final class Bundles {
    private Bundles() {}

    /** One whose start does that. */
    static Bundle starting(String name, Callable<?> start) {
        return (Bundle) Proxy.newProxyInstance(
                Bundles.class.getClassLoader(),
                new Class<?>[] {Bundle.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getSymbolicName", "toString" -> name;
                    case "hashCode" -> name.hashCode();
                    case "equals" -> proxy == arguments[0];
                    case "start" -> {
                        start.call();
                        yield null;
                    }
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    static Bundle named(String name) {
        return starting(name, () -> null);
    }
}
