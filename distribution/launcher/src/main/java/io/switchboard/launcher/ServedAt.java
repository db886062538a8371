package io.switchboard.launcher;

import java.util.List;
import java.util.Optional;
import org.osgi.framework.ServiceReference;

/**
 * Where the hub is to be found, as the bundle of its server tells. Immutable.
 *
 * @param callers base addresses for callers, the best first, at least one
 * @param admin the base address for administrators; empty where they have none of their own
 */
record ServedAt(List<String> callers, String admin) {
    static final String CALLERS = "switchboard.http.addresses";
    private static final String ADMIN = "switchboard.http.admin";

    static Optional<ServedAt> of(ServiceReference<?> server) {
        return server.getProperty(CALLERS) instanceof String[] callers && callers.length > 0
                ? Optional.of(new ServedAt(List.of(callers), String.valueOf(server.getProperty(ADMIN))))
                : Optional.empty();
    }

    /** What scripts and the launcher itself use. */
    String base() {
        return callers.get(0);
    }

    /** All of them, for people. */
    String told() {
        String all = String.join("  ", callers);
        return admin.isEmpty() ? all : all + "  (admin " + admin + ")";
    }
}
