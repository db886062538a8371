package io.switchboard.connector.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.switchboard.connector.testkit.Trials.Trial;
import io.switchboard.connector.testkit.internal.Wire;
import io.switchboard.core.call.CallFailure;
import io.switchboard.core.descriptor.OperationDescriptor;
import io.switchboard.core.internal.bind.BoundOperation;
import io.switchboard.core.internal.bind.ConnectorBrokenException;
import io.switchboard.core.internal.bind.IllegalResultException;
import io.switchboard.core.internal.mask.HandleValues;
import io.switchboard.rest.internal.openapi.Samples;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes what goes in and what comes out over the wire and back, in JSON and in XML. */
final class RoundTrips {
    private final Trials trials;
    private final Faults faults = new Faults();

    RoundTrips(Trials trials) {
        this.trials = trials;
    }

    void check() {
        for (OperationDescriptor operation : trials.operations()) {
            BoundOperation bound = trials.bound(operation);
            arguments(operation, bound);
            Samples.of(operation.result()).ifPresent(sample -> result(operation, bound, sample));
        }
        faults.requireNone("Not the same after a way over the wire:");
    }

    private void arguments(OperationDescriptor operation, BoundOperation bound) {
        List<Trial> all = trials.of(operation);
        if (operation.input().members().isEmpty()) {
            return;
        }
        int bindable = 0;
        String last = "nothing could be made up that fits its @Matches";
        for (Trial trial : all) {
            try {
                Object input = bound.bind(trial.arguments(), bound(operation, trial), HandleValues.NONE);
                if (input != null) {
                    bindable++;
                    same(operation, bound, input);
                }
            } catch (CallFailure refused) {
                last = refused.faults().toString();
                if (trial.succeeds()) {
                    faults.add(operation.id(), "arguments(\"" + operation.id() + "\") are refused: " + last);
                }
            } catch (ConnectorBrokenException e) {
                faults.add(operation.id(), "its input's constructor throws " + e.getCause());
            }
        }
        if (bindable == 0) {
            faults.add(
                    operation.id(),
                    "no arguments could be made up (" + last + "); add @Example, or give arguments(\"" + operation.id()
                            + "\")");
        }
    }

    private static Optional<String> bound(OperationDescriptor operation, Trial trial) {
        return operation
                .customer()
                .map(member -> trial.arguments().path(member.name()).asText("C-1"));
    }

    private void same(OperationDescriptor operation, BoundOperation bound, Object input) throws CallFailure {
        try {
            ObjectNode json = (ObjectNode) Wire.json(out -> bound.writeWholeArguments(input, out));
            compare(operation, "input in JSON", input, bound.bind(json, Optional.empty(), HandleValues.NONE));
            ObjectNode xml = Wire.xml(operation.input(), out -> bound.writeWholeArguments(input, out));
            compare(operation, "input in XML", input, bound.bind(xml, Optional.empty(), HandleValues.NONE));
        } catch (IllegalResultException e) {
            faults.add(operation.id(), e.getMessage() == null ? "cannot be written" : e.getMessage());
        }
    }

    private void result(OperationDescriptor operation, BoundOperation bound, JsonNode sample) {
        Object result = bound.readResult(sample);
        if (result == null) {
            // Its constructor takes less than its declarations; that is the connector's own affair in a result.
            return;
        }
        try {
            JsonNode json = Wire.json(out -> bound.writeWholeResult(result, out));
            compare(operation, "result in JSON", result, bound.readResult(json));
            ObjectNode xml = Wire.xml(Wire.record(operation.result()), out -> bound.writeWholeResult(result, out));
            compare(operation, "result in XML", result, bound.readResult(xml));
        } catch (IllegalResultException | CallFailure e) {
            faults.add(operation.id(), "its result cannot be written or read: " + e.getMessage());
        }
    }

    private void compare(OperationDescriptor operation, String what, Object before, @Nullable Object after) {
        if (!before.equals(after)) {
            faults.add(operation.id(), what + " was " + before + " and is " + after);
        }
    }
}
