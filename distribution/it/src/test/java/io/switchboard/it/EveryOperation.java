package io.switchboard.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** All operations of a hub as its OpenAPI document has them, and arguments for each, made from its schemas. */
final class EveryOperation {
    /** A member that takes less has no room for one value of each kind. */
    private static final int WIDE = 120;

    private final JsonNode document;
    /** What answers called things by, so that one operation's result is another's argument. */
    private final Map<String, JsonNode> known = new HashMap<>();

    /** An operation: its name, its effect, its members by name, and the schema of its result. */
    record Operation(
            String name, String effect, Map<String, JsonNode> members, List<String> required, JsonNode result) {
        private JsonNode member(String member) {
            return Objects.requireNonNull(members.get(member), member);
        }

        /** Where it stands by its name. */
        String path() {
            String[] parts = name.split("_", 3);
            return "/api/" + parts[0] + "/" + parts[1] + "/" + parts[2].replace('_', '.');
        }
    }

    EveryOperation(JsonNode document) {
        this.document = document;
        known.put("customerId", JsonNodeFactory.instance.textNode("C-1001"));
    }

    /** The operations: those that make something first, those that destroy something last. */
    List<Operation> all() {
        List<Operation> all = new ArrayList<>();
        for (JsonNode path : document.path("paths")) {
            for (JsonNode node : path) {
                // The hub's own pages stand in the document too, and are no calls.
                if (node.has("x-effect") && !node.path("operationId").asText().startsWith("hub_")) {
                    all.add(operation(node));
                }
            }
        }
        all.sort(Comparator.comparing(EveryOperation::turn)
                .thenComparing(EveryOperation::parts, Comparator.reverseOrder())
                .thenComparing(Operation::name));
        return all;
    }

    private static int turn(Operation operation) {
        if (operation.name().endsWith("_create")) {
            return 0;
        }
        return operation.effect().equals("DESTRUCTIVE") ? 2 : 1;
    }

    /** What destroys a part of a thing comes before what destroys the thing. */
    private static int parts(Operation operation) {
        return turn(operation) == 2 ? operation.name().split("_", -1).length : 0;
    }

    private Operation operation(JsonNode node) {
        Map<String, JsonNode> members = new TreeMap<>();
        List<String> required = new ArrayList<>();
        for (JsonNode each : node.path("parameters")) {
            if (each.has("name") && !each.path("in").asText().equals("header")) {
                members.put(each.path("name").asText(), resolved(each.path("schema")));
                if (each.path("required").asBoolean()) {
                    required.add(each.path("name").asText());
                }
            }
        }
        JsonNode body = resolved(node.at("/requestBody/content/application~1json/schema"));
        body.path("properties").properties().forEach(each -> members.put(each.getKey(), resolved(each.getValue())));
        body.path("required").forEach(each -> required.add(each.asText()));
        return new Operation(
                node.path("operationId").asText(),
                node.path("x-effect").asText(),
                members,
                required,
                node.at("/responses/200/content/application~1json/schema"));
    }

    /** What stands beside a reference, such as an example of the whole, comes before what it refers to. */
    private JsonNode resolved(JsonNode schema) {
        if (!schema.has("$ref")) {
            return schema;
        }
        ObjectNode whole =
                document.at(schema.path("$ref").asText().substring(1)).deepCopy();
        schema.properties().stream()
                .filter(each -> !each.getKey().equals("$ref"))
                .forEach(each -> whole.set(each.getKey(), each.getValue()));
        return whole;
    }

    /** What it needs, and nothing more. */
    ObjectNode arguments(Operation operation, Canaries canaries) {
        ObjectNode arguments = JsonNodeFactory.instance.objectNode();
        if (operation.members().containsKey("customerId")) {
            arguments.set("customerId", known.get("customerId"));
        }
        for (String each : operation.required()) {
            arguments.set(each, value(each, operation.member(each), canaries));
        }
        return arguments;
    }

    /** A value for a member: a canary where it is personal, or where customers write it. */
    JsonNode value(String name, JsonNode unresolved, Canaries canaries) {
        JsonNode schema = resolved(unresolved);
        if (schema.path("type").asText().equals("string") && isPersonal(schema)) {
            boolean narrow = schema.path("maxLength").asInt(WIDE) < WIDE;
            return JsonNodeFactory.instance.textNode(
                    canaries.plant(schema.path("x-sensitive").asText(narrow ? "PHONE" : "FREE_TEXT")));
        }
        if (known.containsKey(name)) {
            return known.get(name);
        }
        if (schema.path("examples").has(0)) {
            return schema.path("examples").get(0);
        }
        return switch (schema.path("type").asText()) {
            case "object" -> object(schema, canaries);
            case "array" -> JsonNodeFactory.instance.arrayNode().add(value("", schema.path("items"), canaries));
            case "boolean" -> JsonNodeFactory.instance.booleanNode(true);
            case "integer" -> JsonNodeFactory.instance.numberNode(1);
            default ->
                schema.path("enum").path(0).isMissingNode()
                        ? JsonNodeFactory.instance.textNode("x1")
                        : schema.path("enum").get(0);
        };
    }

    private ObjectNode object(JsonNode schema, Canaries canaries) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        schema.path("required")
                .forEach(each -> object.set(
                        each.asText(),
                        value(each.asText(), schema.path("properties").path(each.asText()), canaries)));
        return object;
    }

    /** Whether a member is marked as personal or as what customers write. */
    static boolean isPersonal(JsonNode schema) {
        return schema.has("x-sensitive") || schema.has("x-untrusted");
    }

    /** Learns from a result what things are called, and tells each value that is marked as personal with its class. */
    void learn(Operation operation, JsonNode result, BiConsumer<String, String> personal) {
        if (result.has("id")) {
            // What ticket.create calls its id, others call ticketId.
            known.putIfAbsent(operation.name().split("_", -1)[2] + "Id", result.get("id"));
        }
        learn(operation.result(), result, personal);
    }

    private void learn(JsonNode unresolved, JsonNode result, BiConsumer<String, String> personal) {
        // The mark may stand beside a reference to the type.
        JsonNode mark = unresolved.path("x-sensitive");
        JsonNode schema = resolved(unresolved);
        if (mark.isTextual()) {
            JsonNode shown = result.has("amount") ? result.get("amount") : result;
            if (shown.isTextual()) {
                personal.accept(mark.asText(), shown.asText());
            }
        } else if (result.isObject()) {
            result.properties().forEach(each -> {
                if (each.getKey().endsWith("Id") && each.getValue().isTextual()) {
                    known.putIfAbsent(each.getKey(), each.getValue());
                }
                learn(schema.path("properties").path(each.getKey()), each.getValue(), personal);
            });
        } else if (result.isArray()) {
            result.forEach(each -> learn(schema.path("items"), each, personal));
        }
    }
}
