package io.switchboard.connector.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.switchboard.connector.testkit.Trials.Trial;
import io.switchboard.connector.testkit.internal.Canary;
import io.switchboard.connector.testkit.internal.LogWatch;
import io.switchboard.connector.testkit.internal.Wire;
import io.switchboard.core.audit.AuditRecord;
import io.switchboard.core.descriptor.OperationDescriptor;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Puts values that occur nowhere else where personal data goes in, and looks for them, and for what came out, where they must not be. */
final class Canaries {
    private final Trials trials;
    private final Faults faults = new Faults();

    Canaries(Trials trials) {
        this.trials = trials;
    }

    void check() {
        for (OperationDescriptor operation : trials.operations()) {
            Set<Trial> all = new LinkedHashSet<>(trials.of(operation));
            all.addAll(trials.madeUp(operation));
            for (Trial trial : all) {
                call(operation, trial.arguments().deepCopy());
            }
        }
        faults.requireNone("What is sensitive stands where it must not:");
    }

    private void call(OperationDescriptor operation, ObjectNode arguments) {
        Map<String, String> values = new LinkedHashMap<>();
        Canary.plant(operation.input(), arguments, values);
        try (FakeHub hub = trials.another();
                LogWatch log = new LogWatch()) {
            Asking caller = trials.caller(hub, operation, arguments);
            Answer answer =
                    (operation.writes() ? caller.key("canary") : caller).call(operation.name(), arguments.toString());
            if (answer.succeeded() && answer.hasResult()) {
                JsonNode result = answer.json();
                Canary.collect(Wire.record(operation.result()), result, values);
            }
            String told = answer.succeeded() ? "" : answer.problem().toString();
            String audited = hub.audit().stream().map(AuditRecord::toString).reduce("", String::concat);
            values.forEach((value, path) -> {
                log.loggersOf(value)
                        .forEach(logger -> faults.add(operation.id(), path + " stands in the log of " + logger));
                if (told.contains(value)) {
                    faults.add(operation.id(), path + " stands in the error " + answer.code());
                }
                if (audited.contains(value)) {
                    faults.add(operation.id(), path + " stands in the audit");
                }
            });
        }
    }
}
