package io.switchboard.core.internal.start;

import io.switchboard.core.catalogue.Catalogue;
import io.switchboard.core.descriptor.ConnectorDescriptor;
import io.switchboard.core.health.HealthCheck;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;

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

    static HealthCheck ofConnectors(Catalogue catalogue, String... needed) {
        return new HealthCheck() {
            @Override
            public String name() {
                return "connectors";
            }

            @Override
            public Status check() {
                List<String> offered = catalogue.current().connectors().stream()
                        .map(ConnectorDescriptor::name)
                        .toList();
                List<String> missing = Arrays.stream(needed)
                        .filter(each -> !offered.contains(each))
                        .toList();
                return missing.isEmpty()
                        ? Status.READY
                        : Status.notReady("These connectors are not there yet: " + String.join(", ", missing)
                                + ". The log says why, or put their bundles into deploy/.");
            }
        };
    }
}
