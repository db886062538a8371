package io.switchboard.core.internal.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.switchboard.core.internal.catalogue.Admissions;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.Filter;
import org.osgi.framework.ServiceReference;

class TrustedServiceTest {
    private final Admissions admissions = new Admissions();
    private final TrustedService<CharSequence> trusted = new TrustedService<>(
            fake(BundleContext.class, (self, method, arguments) -> switch (method.getName()) {
                case "createFilter" -> fake(Filter.class, (filter, called, none) -> "filter");
                case "getService" -> "of " + arguments[0];
                case "ungetService" -> true;
                default -> throw new UnsupportedOperationException(method.getName());
            }),
            CharSequence.class,
            "a.a",
            admissions);

    @Test
    void prefersTheNewerAndNeverHasNoneInBetween() {
        ServiceReference<CharSequence> before = reference("a.a", 1, 10);
        ServiceReference<CharSequence> after = reference("a.a", 2, 20);
        trusted.addingService(before);
        trusted.addingService(after);
        assertEquals(Optional.of("of a.a 20"), trusted.current());
        trusted.removedService(before, "of a.a 10");
        assertEquals(Optional.of("of a.a 20"), trusted.current());
        trusted.removedService(after, "of a.a 20");
        assertEquals(Optional.empty(), trusted.current());
    }

    @Test
    void keepsTheOldWhileTheNewIsHeld() {
        admissions.hold(2);
        trusted.addingService(reference("a.a", 1, 10));
        trusted.addingService(reference("a.a", 2, 20));
        assertEquals(Optional.of("of a.a 10"), trusted.current());
        admissions.admit(2);
        trusted.choose();
        assertEquals(Optional.of("of a.a 20"), trusted.current());
    }

    @Test
    void prefersWhatWasAdmittedLast() {
        admissions.admit(1);
        trusted.addingService(reference("a.a", 1, 10));
        trusted.addingService(reference("a.a", 2, 20));
        assertEquals(Optional.of("of a.a 10"), trusted.current());
    }

    @Test
    void acceptsNothingOfAnyOtherBundle() {
        assertNull(trusted.addingService(reference("b.b", 3, 30)));
        assertEquals(Optional.empty(), trusted.current());
    }

    @SuppressWarnings("unchecked")
    private static ServiceReference<CharSequence> reference(String symbolicName, long bundleId, long serviceId) {
        Bundle bundle = fake(Bundle.class, (self, method, arguments) -> switch (method.getName()) {
            case "getSymbolicName" -> symbolicName;
            case "getBundleId" -> bundleId;
            default -> throw new UnsupportedOperationException(method.getName());
        });
        return fake(ServiceReference.class, (self, method, arguments) -> switch (method.getName()) {
            case "getBundle" -> bundle;
            case "getProperty" -> Constants.SERVICE_ID.equals(arguments[0]) ? serviceId : null;
            case "hashCode" -> Long.hashCode(serviceId);
            case "equals" -> self == arguments[0];
            case "toString" -> symbolicName + " " + serviceId;
            default -> throw new UnsupportedOperationException(method.getName());
        });
    }

    @SuppressWarnings("unchecked")
    private static <T> T fake(Class<T> type, InvocationHandler handler) {
        return (T) Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler);
    }
}
