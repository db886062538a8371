package io.switchboard.rest.internal.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.switchboard.connector.Advice;
import io.switchboard.connector.ErrorCode;
import io.switchboard.core.descriptor.Failure;
import io.switchboard.core.descriptor.OperationDescriptor;
import io.switchboard.core.descriptor.Text;
import io.switchboard.rest.internal.answer.ProblemBody;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Documents the errors of operations, by status, each code with an example. */
final class ErrorResponses {
    private final Components components;
    private final ObjectNode problem;

    ErrorResponses(Components components) {
        this.components = components;
        this.problem = components.put("schemas", "Problem", ProblemSchema.make());
    }

    /** Adds the errors that an operation can give. */
    void addTo(ObjectNode responses, OperationDescriptor operation) {
        Map<Integer, List<Failure>> byStatus = new TreeMap<>();
        for (Failure failure : PossibleErrors.of(operation)) {
            byStatus.computeIfAbsent(failure.code().httpStatus(), status -> new ArrayList<>())
                    .add(failure);
        }
        byStatus.forEach((status, failures) ->
                responses.set(Integer.toString(status), response(status, failures, operation.connector())));
    }

    /** Adds errors without a reason of a connector. */
    void addTo(ObjectNode responses, ErrorCode code) {
        Failure failure = new Failure(code, "", new Text(code.en(), code.zh()));
        responses.set(Integer.toString(code.httpStatus()), response(code.httpStatus(), List.of(failure), ""));
    }

    private ObjectNode response(int status, List<Failure> failures, String connector) {
        ObjectNode response = Nodes.object();
        response.put(
                "description",
                failures.stream()
                        .map(failure -> failure.code().number() + " " + named(failure, connector) + ": "
                                + failure.wording().en() + " (" + failure.code().advice() + ")")
                        .collect(Collectors.joining("\n\n")));
        ObjectNode headers = response.putObject("headers");
        headers.set("traceparent", Nodes.ref("headers", "Traceparent"));
        headers.set("Switchboard-Call", Nodes.ref("headers", "Call"));
        if (failures.stream().anyMatch(failure -> failure.code().advice() == Advice.RETRY_LATER)) {
            headers.set("Retry-After", Nodes.ref("headers", "RetryAfter"));
        }
        if (status == 401) {
            headers.set("WWW-Authenticate", Nodes.ref("headers", "Challenge"));
        }
        ObjectNode content = response.putObject("content");
        ObjectNode json = content.putObject("application/problem+json");
        json.set("schema", problem);
        ObjectNode examples = json.putObject("examples");
        for (Failure failure : failures) {
            String name = failure.code().name() + (failure.reason().isEmpty() ? "" : "." + failure.reason());
            examples.set(name, example(failure, connector));
        }
        content.putObject("application/problem+xml").set("schema", problem);
        boolean shared = failures.stream().allMatch(ErrorResponses::isOfTheCatalogue);
        return shared ? components.put("responses", "Problem" + status, response) : response;
    }

    private static String named(Failure failure, String connector) {
        return failure.code().name() + (failure.reason().isEmpty() ? "" : ", " + connector + "/" + failure.reason());
    }

    private static boolean isOfTheCatalogue(Failure failure) {
        return failure.reason().isEmpty()
                && failure.wording().en().equals(failure.code().en());
    }

    private ObjectNode example(Failure failure, String connector) {
        ErrorCode code = failure.code();
        ObjectNode value = Nodes.object()
                .put("type", ProblemBody.type(code))
                .put("title", ProblemBody.title(code, Locale.ENGLISH))
                .put("status", code.httpStatus())
                .put("code", code.number())
                .put("advice", code.advice().name());
        if (!failure.reason().isEmpty()) {
            value.put("reason", connector + "/" + failure.reason());
        }
        value.put("message", failure.wording().en())
                .put("callId", "8d7e1f0a9b2c4d5e8f70a1b2c3d4e5f6")
                .put("traceId", "4bf92f3577b34da6a3ce929d0e0e4736");
        if (code.advice() == Advice.RETRY_LATER) {
            value.put("retryAfterMs", 1000);
        }
        if (code == ErrorCode.INVALID_ARGUMENTS) {
            value.putArray("errors")
                    .addObject()
                    .put("member", "Switchboard-Timeout-Ms")
                    .put("fault", "format")
                    .put("expected", "A positive whole number of milliseconds, at most 9 digits.");
        }
        ObjectNode example = Nodes.object().put("summary", named(failure, connector));
        example.set("value", value);
        return isOfTheCatalogue(failure) ? components.put("examples", code.name(), example) : example;
    }
}
