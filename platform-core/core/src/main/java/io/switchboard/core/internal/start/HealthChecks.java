package io.switchboard.core.internal.start;

import io.switchboard.core.health.HealthCheck;
import io.switchboard.core.internal.audit.SegmentAuditLog;
import io.switchboard.core.internal.catalogue.ConnectorRegistry;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;

/** What the hub asks itself to find out whether it can serve. */
final class HealthChecks {
    private HealthChecks() {}

    static List<HealthCheck> of(
            BundleContext context,
            SecurityGuards guards,
            BooleanSupplier store,
            SegmentAuditLog audit,
            ConnectorRegistry registry,
            Supplier<LiveSettings> settings,
            Supplier<String> mistake) {
        return List.of(
                Readiness.of(
                        "security",
                        guards::complete,
                        "The bundle io.switchboard.security is not running; every call is refused until it is."),
                Readiness.of(
                        "store",
                        store,
                        "The store is not open, or does not answer; writes are refused until it does. The log says why."),
                Readiness.of("audit", audit::healthy, "The audit cannot be written; is the disk full?"),
                Readiness.ofConnectors(registry, () -> settings.get().neededConnectors()),
                Readiness.ofServices(
                        name -> isThere(context, name), () -> settings.get().neededServices()),
                new QuarantineCheck(registry::quarantined),
                new SettingsCheck(mistake));
    }

    /** Whoever offers it: core knows none of the types that connectors and backends share. */
    private static boolean isThere(BundleContext context, String service) {
        try {
            return context.getAllServiceReferences(service, null) != null;
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException("There is no filter to be wrong", e);
        }
    }

    /** Says which connectors are out of use. The hub is ready all the same: the others are to be had. */
    record QuarantineCheck(Supplier<? extends Map<String, String>> quarantined) implements HealthCheck {
        @Override
        public String name() {
            return "quarantine";
        }

        @Override
        public Status check() {
            String reasons = quarantined.get().entrySet().stream()
                    .map(each -> each.getKey() + ": " + each.getValue())
                    .collect(Collectors.joining(" "));
            return reasons.isEmpty() ? Status.READY : new Status(true, reasons);
        }
    }

    /** Says of settings with a mistake that they are not used. The hub is ready all the same, by those before. */
    record SettingsCheck(Supplier<String> mistake) implements HealthCheck {
        @Override
        public String name() {
            return "settings";
        }

        @Override
        public Status check() {
            String now = mistake.get();
            return now.isEmpty()
                    ? Status.READY
                    : new Status(
                            true, "io.switchboard.core.cfg is not used: " + now + ". The settings before it stay.");
        }
    }
}
