package io.switchboard.backends.internal;

import io.switchboard.backends.internal.client.ClientBackend;
import io.switchboard.connector.http.HttpEndpoint;
import io.switchboard.connector.http.HttpEndpoint.State;
import io.switchboard.core.health.HealthCheck;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Says which endpoints are down. The hub is ready all the same: it cannot start a company's other systems by not serving the rest. */
@Component
public final class BackendsHealth implements HealthCheck {
    private final HubBackends backends;

    /** Called by the framework. */
    @Activate
    public BackendsHealth(@Reference HubBackends backends) {
        this.backends = backends;
    }

    @Override
    public String name() {
        return "backends";
    }

    @Override
    public Status check() {
        return new Status(
                true,
                backends.current().stream()
                        .flatMap(BackendsHealth::told)
                        .distinct()
                        .collect(Collectors.joining(" ")));
    }

    private static Stream<String> told(ClientBackend backend) {
        Stream<String> refused = backend.isRefused()
                ? Stream.of(backend.name() + " refuses the hub's credentials, and is asked once a minute only.")
                : Stream.empty();
        List<HttpEndpoint> endpoints = backend.endpoints();
        Optional<HttpEndpoint> up =
                endpoints.stream().filter(each -> each.state() == State.UP).findFirst();
        Stream<String> down = endpoints.stream()
                .filter(each -> each.state() != State.UP)
                .map(each -> backend.name() + ": " + each.address() + " has been down since "
                        + each.since()
                                .map(since ->
                                        since.truncatedTo(ChronoUnit.SECONDS).toString())
                                .orElse("a moment ago")
                        + ", for " + each.why() + "; "
                        + up.map(other -> "questions go to " + other.address() + ".")
                                .orElse("there is no other, so calls of it fail."));
        return Stream.concat(refused, down);
    }
}
