package io.switchboard.rest.internal.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.switchboard.connector.Effect;
import io.switchboard.core.descriptor.Member;
import io.switchboard.core.descriptor.OperationDescriptor;
import io.switchboard.core.descriptor.Result;
import io.switchboard.core.descriptor.Route.Segment;
import io.switchboard.core.descriptor.UntrustedPaths;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Documents one operation. */
final class OperationNode {
    private static final int LONGEST_SUMMARY = 120;

    private final OperationDescriptor operation;
    private final Schemas schemas;
    private final ErrorResponses errors;
    private final Set<String> inPath;

    OperationNode(OperationDescriptor operation, Schemas schemas, ErrorResponses errors) {
        this.operation = operation;
        this.schemas = schemas;
        this.errors = errors;
        this.inPath = operation.route().segments().stream()
                .filter(Segment::variable)
                .map(Segment::text)
                .collect(Collectors.toUnmodifiableSet());
    }

    ObjectNode make() {
        ObjectNode node = Nodes.object();
        node.put("operationId", operation.name().replace('.', '_'));
        node.putArray("tags").add(operation.connector() + ".v" + operation.version());
        node.put("summary", summary(operation.description().en()));
        Nodes.describe(node, operation.description());
        if (!operation.deprecated().isEmpty()) {
            node.put("deprecated", true).put("x-deprecated-for", operation.deprecated());
        }
        if (!operation.since().isEmpty()) {
            node.put("x-since", operation.since());
        }
        node.put("x-effect", operation.effect().name())
                .put("x-audience", operation.audience().name())
                .put("x-deadline", operation.deadline().toString());
        // Tools fill it by what they know of whom the call is about, whatever it is called here.
        operation.customer().ifPresent(member -> node.put("x-customer", member.name()));
        node.putArray("security").addObject().putArray("oauth2").add(operation.scope());
        node.set("parameters", parameters());
        if (operation.route().hasBody()) {
            requestBody().ifPresent(body -> node.set("requestBody", body));
        }
        node.set("responses", responses());
        return node;
    }

    /** The first sentence, without its full stop. */
    private static String summary(String description) {
        int end = description.indexOf(". ");
        String sentence = end < 0 ? description : description.substring(0, end);
        sentence = sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
        return sentence.length() <= LONGEST_SUMMARY ? sentence : sentence.substring(0, LONGEST_SUMMARY - 1) + "…";
    }

    private ArrayNode parameters() {
        ArrayNode parameters = Nodes.JSON.arrayNode();
        for (Member member : operation.input().members()) {
            if (inPath.contains(member.name())) {
                parameters.add(parameter(member, "path", true));
            } else if (!operation.route().hasBody()) {
                parameters.add(parameter(member, "query", Schemas.isRequired(member, Side.INPUT)));
            }
        }
        if (operation.writes()) {
            String key = operation.effect() == Effect.DESTRUCTIVE ? "IdempotencyKeyRequired" : "IdempotencyKey";
            parameters.add(Nodes.ref("parameters", key));
        }
        parameters.add(Nodes.ref("parameters", "Conversation"));
        parameters.add(Nodes.ref("parameters", "TimeoutMs"));
        return parameters;
    }

    private ObjectNode parameter(Member member, String in, boolean required) {
        ObjectNode parameter = Nodes.object().put("name", member.name()).put("in", in);
        if (required) {
            parameter.put("required", true);
        }
        Nodes.describe(parameter, member.description());
        if (member.customerId()) {
            parameter.put(
                    "description",
                    (member.description().en() + " With a token bound to a customer, `me` stands for that one.")
                            .strip());
        }
        ObjectNode schema = schemas.member(member, Side.INPUT);
        // What is said of the parameter need not be said twice.
        schema.remove(List.of("description", "x-description-zh"));
        parameter.set("schema", schema);
        return parameter;
    }

    private Optional<ObjectNode> requestBody() {
        List<Member> members = operation.input().members().stream()
                .filter(member -> !inPath.contains(member.name()))
                .toList();
        if (members.isEmpty()) {
            return Optional.empty();
        }
        ObjectNode body = Nodes.object();
        body.put("required", members.stream().anyMatch(member -> Schemas.isRequired(member, Side.INPUT)));
        ObjectNode content = Nodes.content(schemas.body(operation.input(), members), "request");
        Samples.of(members).ifPresent(sample -> example(content, sample));
        body.set("content", content);
        return Optional.of(body);
    }

    private ObjectNode responses() {
        ObjectNode responses = Nodes.object();
        boolean nothing = operation.result() instanceof Result.None;
        ObjectNode success = responses.putObject(nothing ? "204" : "200");
        success.put("description", nothing ? "It is done." : "The result.");
        ObjectNode headers = success.putObject("headers");
        headers.set("traceparent", Nodes.ref("headers", "Traceparent"));
        headers.set("Switchboard-Call", Nodes.ref("headers", "Call"));
        if (operation.writes()) {
            headers.set("Idempotency-Replayed", Nodes.ref("headers", "Replayed"));
        }
        if (!UntrustedPaths.of(operation.result()).isEmpty()) {
            headers.set("Switchboard-Untrusted", Nodes.ref("headers", "Untrusted"));
        }
        if (!nothing) {
            ObjectNode content = Nodes.content(schemas.result(operation.result()), "response");
            Samples.of(operation.result()).ifPresent(sample -> example(content, sample));
            success.set("content", content);
        }
        errors.addTo(responses, operation);
        return responses;
    }

    private static void example(ObjectNode content, JsonNode sample) {
        content.withObjectProperty("application/json").set("example", sample);
    }
}
