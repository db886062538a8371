package io.switchboard.connector.testkit;

import io.switchboard.connector.Approval;
import io.switchboard.connector.Connector;
import io.switchboard.connector.ErrorCode;
import io.switchboard.connector.testkit.Trials.Trial;
import io.switchboard.core.descriptor.OperationDescriptor;
import java.time.Duration;
import java.util.List;

/** Calls every operation while the backend never answers. */
final class Deadlines {
    private static final Duration ALLOWED = Duration.ofMillis(250);
    /** Beyond it the caller waits, and the operation holds one of the connector's permits. */
    private static final Duration LET_GO = Duration.ofSeconds(2);

    private final Trials trials;
    private final Connector hanging;
    private final Faults faults = new Faults();

    Deadlines(Trials trials, Connector hanging) {
        this.trials = trials;
        this.hanging = hanging;
    }

    void check() {
        try (FakeHub hub = Trials.with(hanging)) {
            for (OperationDescriptor operation : trials.operations()) {
                List<Trial> all = trials.of(operation);
                if (operation.approval() == Approval.NONE && !all.isEmpty()) {
                    call(hub, operation, all.get(0));
                }
            }
        }
        faults.requireNone("Does not end when its time is over:");
    }

    private void call(FakeHub hub, OperationDescriptor operation, Trial trial) {
        long begun = System.nanoTime();
        Answer answer = trials.caller(hub, operation, trial.arguments())
                .key("hanging")
                .timeout(ALLOWED)
                .call(operation.name(), trial.json());
        long millis = Duration.ofNanos(System.nanoTime() - begun).toMillis();
        if (millis > LET_GO.toMillis()) {
            faults.add(operation.id(), "was answered after " + millis + " ms, and had " + ALLOWED.toMillis());
        }
        if (!answer.succeeded() && answer.code() == ErrorCode.CONNECTOR_FAULT) {
            faults.add(operation.id(), "fails with " + answer + " where the backend does not answer");
        }
        if (!hub.awaitCalls(LET_GO)) {
            faults.add(
                    operation.id(),
                    "still holds its thread " + LET_GO.toSeconds()
                            + " s after its deadline; end when it is interrupted,"
                            + " and give clients call.remaining() as their timeout");
        }
    }
}
