package io.switchboard.connector.testkit;

import io.switchboard.connector.Approval;
import io.switchboard.connector.ErrorCode;
import io.switchboard.connector.testkit.Trials.Trial;
import io.switchboard.core.descriptor.OperationDescriptor;

/** Sends writes again: once as a caller does that lost the answer, and once as after a kill of the hub. */
final class Repetitions {
    private final Trials trials;
    private final Faults faults = new Faults();

    Repetitions(Trials trials) {
        this.trials = trials;
    }

    void check() {
        for (OperationDescriptor operation : trials.operations()) {
            if (operation.writes() && operation.approval() == Approval.NONE) {
                for (Trial trial : trials.of(operation)) {
                    repeat(operation, trial);
                }
            }
        }
        faults.requireNone("Another outcome when it is sent again:");
    }

    private void repeat(OperationDescriptor operation, Trial trial) {
        try (FakeHub hub = trials.another()) {
            Asking caller = trials.caller(hub, operation, trial.arguments()).key("once");
            Answer first = caller.call(operation.name(), trial.json());
            Answer again = caller.call(operation.name(), trial.json());
            if (!first.toString().equals(again.toString())) {
                faults.add(
                        operation.id(),
                        "was answered with " + first + ", and with the same key by " + again
                                + (again.succeeded() || again.code() != ErrorCode.CONFLICT
                                        ? ""
                                        : "; its own result cannot be read again"));
            } else if (first.succeeded()) {
                if (!again.replayed()) {
                    faults.add(operation.id(), "was done a second time with the same key");
                }
                afterAKill(hub, caller, operation, trial, first);
            }
        }
    }

    private void afterAKill(FakeHub hub, Asking caller, OperationDescriptor operation, Trial trial, Answer first) {
        hub.forgetOutcomes();
        Answer found = caller.call(operation.name(), trial.json());
        if (operation.idempotent()) {
            if (!found.succeeded()) {
                faults.add(operation.id(), "is idempotent, and failed when it was run a second time: " + found);
            }
        } else if (operation.probed()) {
            if (!found.succeeded() || !found.replayed()) {
                faults.add(
                        operation.id(),
                        "succeeded, and its probe does not find that: "
                                + (found.succeeded() ? "it was done a second time" : found)
                                + ". Does the backend get the correlation id?");
            } else if (!found.toString().equals(first.toString())) {
                faults.add(operation.id(), "gave " + first + ", and its probe finds " + found);
            }
        } else if (found.succeeded() || found.code() != ErrorCode.OUTCOME_UNKNOWN) {
            faults.add(operation.id(), "has an unknown outcome after a kill, and was answered with " + found);
        }
    }
}
