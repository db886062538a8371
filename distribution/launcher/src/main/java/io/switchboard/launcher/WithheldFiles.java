package io.switchboard.launcher;

import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/** What of {@code etc/} does not count, by the hub's own check of it, whose classes the launcher has not: they are a bundle's. */
final class WithheldFiles {
    private static final String CHECK = "io.switchboard.core.health.HealthCheck";
    private static final String NAME = "configuration";

    private final BundleContext context;

    WithheldFiles(BundleContext context) {
        this.context = context;
    }

    /** Which files, each with its reason; empty where there is none, or nobody can say yet. */
    String text() {
        try {
            ServiceReference<?>[] checks = context.getAllServiceReferences(CHECK, null);
            if (checks != null) {
                for (ServiceReference<?> each : checks) {
                    String text = text(each);
                    if (!text.isEmpty()) {
                        return text;
                    }
                }
            }
            return "";
        } catch (InvalidSyntaxException | ReflectiveOperationException | IllegalStateException e) {
            // It comes and goes with its bundle; the log has what it would say.
            return "";
        }
    }

    private String text(ServiceReference<?> reference) throws ReflectiveOperationException {
        Object check = context.getService(reference);
        if (check == null) {
            return "";
        }
        try {
            Class<?> type = reference.getBundle().loadClass(CHECK);
            if (!NAME.equals(type.getMethod("name").invoke(check))) {
                return "";
            }
            Object status = type.getMethod("check").invoke(check);
            boolean ready = (boolean) status.getClass().getMethod("ready").invoke(status);
            return ready
                    ? ""
                    : String.valueOf(status.getClass().getMethod("message").invoke(status));
        } finally {
            context.ungetService(reference);
        }
    }
}
