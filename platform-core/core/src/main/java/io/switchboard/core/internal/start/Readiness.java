package io.switchboard.core.internal.start;

import io.switchboard.core.catalogue.Catalogue;
import io.switchboard.core.descriptor.ConnectorDescriptor;
import io.switchboard.core.health.HealthCheck;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** What core needs to serve, each as one health check. */
final class Readiness {
    private Readiness() {}

    static HealthCheck of(String name, BooleanSupplier ready, String otherwise) {
        return new HealthCheck() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Status check() {
                return ready.getAsBoolean() ? Status.READY : Status.notReady(otherwise);
            }
        };
    }

    static HealthCheck ofConnectors(Catalogue catalogue, Supplier<List<String>> needed) {
        return of(
                "connectors",
                () -> {
                    List<String> offered = catalogue.current().connectors().stream()
                            .map(ConnectorDescriptor::name)
                            .toList();
                    return missing(offered::contains, needed.get());
                },
                "These connectors are not there yet: ");
    }

    /** Connectors come before what stands behind them, and until that is there they have nothing to answer with. */
    static HealthCheck ofServices(Predicate<String> there, Supplier<List<String>> needed) {
        return of("services", () -> missing(there, needed.get()), "These services are not there yet: ");
    }

    private static List<String> missing(Predicate<String> there, List<String> needed) {
        return needed.stream().filter(there.negate()).toList();
    }

    private static HealthCheck of(String name, Supplier<List<String>> missing, String otherwise) {
        return new HealthCheck() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Status check() {
                List<String> now = missing.get();
                return now.isEmpty()
                        ? Status.READY
                        : Status.notReady(otherwise + String.join(", ", now)
                                + ". The log says why, or put their bundles into deploy/.");
            }
        };
    }
}
