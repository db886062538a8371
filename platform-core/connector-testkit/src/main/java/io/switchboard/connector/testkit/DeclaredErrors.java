package io.switchboard.connector.testkit;

import io.switchboard.connector.Approval;
import io.switchboard.connector.ErrorCode;
import io.switchboard.connector.testkit.Trials.Trial;
import io.switchboard.connector.testkit.internal.LogWatch;
import io.switchboard.core.descriptor.OperationDescriptor;
import java.util.Optional;

/** Calls every operation, and looks at how it ends. */
final class DeclaredErrors {
    private final Trials trials;
    private final Faults faults = new Faults();

    DeclaredErrors(Trials trials) {
        this.trials = trials;
    }

    void check() {
        for (OperationDescriptor operation : trials.operations()) {
            for (Trial trial : trials.of(operation)) {
                call(operation, trial);
            }
        }
        faults.requireNone("Comes out and is not declared:");
    }

    private void call(OperationDescriptor operation, Trial trial) {
        try (FakeHub hub = trials.another();
                LogWatch log = new LogWatch()) {
            Asking caller = trials.caller(hub, operation, trial.arguments());
            Answer answer = (operation.writes() ? caller.key("once") : caller).call(operation.name(), trial.json());
            // What the caller of a write hears then is that its outcome is unknown; the log knows better.
            Optional<String> fault = log.connectorFault(answer.callId());
            if (fault.isPresent()) {
                faults.add(operation.id(), "with " + trial.json() + ": " + fault.get());
            } else if (!answer.succeeded() && isHubsFault(answer.code())) {
                faults.add(operation.id(), "with " + trial.json() + ": " + answer);
            } else if (!answer.succeeded() && trial.succeeds() && operation.approval() == Approval.NONE) {
                faults.add(
                        operation.id(),
                        "should succeed with arguments(\"" + operation.id() + "\"), and failed: " + answer);
            }
        }
    }

    private static boolean isHubsFault(ErrorCode code) {
        return code == ErrorCode.INTERNAL || code == ErrorCode.CONNECTOR_FAULT;
    }
}
