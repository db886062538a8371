package io.switchboard.crm.internal;

import io.switchboard.connector.CallContext;
import io.switchboard.connector.ProbeResult;
import io.switchboard.crm.spi.CustomerBackend;
import io.switchboard.crm.spi.Observation;
import io.switchboard.crm.spi.Topic;
import java.time.Clock;
import java.util.Optional;

/** One call's writing back, and the question whether it was written. */
record Writing(CustomerBackend backend, String instance, Evidence evidence, CallContext call, Clock clock) {
    ObservationView write(String customerId, ObservedKind kind, String name, Optional<String> value) {
        Observation observation = new Observation(
                customerId,
                new Topic(kind.kind(), name),
                value,
                evidence.source(call),
                evidence.rounded(),
                call.correlationId(),
                clock.instant());
        return ObservationView.of(instance, backend.record(observation));
    }

    /** A backend writes once per correlation id, so what it has not written yet may safely run again. */
    ProbeResult<ObservationView> probe(String customerId) {
        return ProbeResult.of(backend.findRecorded(customerId, call.correlationId())
                .map(recorded -> ObservationView.of(instance, recorded)));
    }
}
