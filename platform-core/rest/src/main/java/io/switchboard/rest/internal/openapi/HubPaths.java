package io.switchboard.rest.internal.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.switchboard.connector.ErrorCode;
import io.switchboard.core.call.CallStatus;
import java.util.Set;

/** Documents what the hub itself answers. */
final class HubPaths {
    static final String TAG = "hub";
    /** The scopes of its pages. */
    static final Set<String> SCOPES = Set.of(DeploymentPaths.SCOPE, BackendPaths.SCOPE, EventPaths.SCOPE);
    /** Those of pages that are never a customer's. */
    static final Set<String> STAFF_SCOPES = Set.of(DeploymentPaths.SCOPE, BackendPaths.SCOPE);

    private final Components components;
    private final ErrorResponses errors;

    HubPaths(Components components, ErrorResponses errors) {
        this.components = components;
        this.errors = errors;
    }

    void addTo(ObjectNode paths) {
        paths.putObject("/api/calls/{callId}").set("get", status());
        paths.putObject("/api/errors").set("get", errorCatalogue());
    }

    /** Adds what it takes one of these scopes to read. */
    void addGuardedTo(ObjectNode paths, ObjectNode scopes, Set<String> held) {
        if (held.contains(DeploymentPaths.SCOPE)) {
            new DeploymentPaths(components, this).addTo(paths);
            scopes.put(DeploymentPaths.SCOPE, "What became of the files in deploy/");
        }
        if (held.contains(BackendPaths.SCOPE)) {
            new BackendPaths(components, this).addTo(paths);
            scopes.put(BackendPaths.SCOPE, "How the systems behind the hub stand");
        }
        if (held.contains(EventPaths.SCOPE)) {
            new EventPaths(components, errors).addTo(paths);
            scopes.put(EventPaths.SCOPE, "What happened");
        }
    }

    private ObjectNode status() {
        ObjectNode node = operation(
                "hub_calls_get",
                "What came of an earlier call",
                "Tells the one who made a call where it stands; the place to ask after the advice ASK_OUTCOME.",
                "告知调用方此前一次调用的状态；收到 ASK_OUTCOME 建议后在此查询。");
        node.putArray("security").addObject().putArray("oauth2");
        ObjectNode parameter = node.putArray("parameters").addObject();
        parameter.put("name", "callId").put("in", "path").put("required", true);
        parameter.put("description", "The id from the header Switchboard-Call or from a problem.");
        parameter.set("schema", ScalarSchemas.string().put("minLength", 1).put("maxLength", 100));
        ObjectNode schema = Nodes.object().put("type", "object");
        schema.putArray("required").add("callId").add("operation").add("state").add("started");
        ObjectNode properties = schema.putObject("properties");
        properties.set("callId", ScalarSchemas.string());
        properties.set("operation", ScalarSchemas.string().put("description", "The canonical name."));
        ObjectNode state = ScalarSchemas.string();
        for (CallStatus.State each : CallStatus.State.values()) {
            state.withArrayProperty("enum").add(each.name());
        }
        properties.set("state", state);
        properties.set("started", ScalarSchemas.formatted("date-time"));
        properties
                .putObject("result")
                .put("type", "object")
                .put("description", "The operation's result, where the state is DONE and it gives one.");
        properties.set("problem", Nodes.ref("schemas", "Problem"));
        ObjectNode responses = node.putObject("responses");
        answer(responses, components.put("schemas", "hub.CallStatus", schema));
        errors.addTo(responses, ErrorCode.UNAUTHENTICATED);
        errors.addTo(responses, ErrorCode.NOT_FOUND);
        return node;
    }

    private ObjectNode errorCatalogue() {
        ObjectNode node = operation(
                "hub_errors_list",
                "The catalogue of errors",
                "Every error that the hub can give, and the reasons that connectors add.",
                "平台的全部错误码，以及连接器补充的原因。");
        node.putArray("security").addObject();
        ObjectNode schema = Nodes.object().put("type", "object");
        schema.putArray("required").add("errors").add("reasons");
        ObjectNode properties = schema.putObject("properties");
        properties.set("errors", listOf("code", "name", "title", "status", "category", "advice"));
        properties.set("reasons", listOf("reason", "connector", "code"));
        ObjectNode responses = node.putObject("responses");
        answer(responses, components.put("schemas", "hub.Errors", schema));
        errors.addTo(responses, ErrorCode.NOT_ACCEPTABLE);
        return node;
    }

    private static ObjectNode listOf(String... members) {
        ObjectNode list = Nodes.object().put("type", "array");
        list.putObject("xml").put("wrapped", true);
        ObjectNode item = list.putObject("items").put("type", "object");
        item.putObject("xml").put("name", "item");
        ObjectNode properties = item.putObject("properties");
        for (String member : members) {
            boolean number = member.equals("code") || member.equals("status");
            item.withArrayProperty("required").add(member);
            properties.putObject(member).put("type", number ? "integer" : "string");
        }
        ObjectNode wording = properties.putObject("wording").put("type", "object");
        wording.put("description", "What to tell a customer.");
        wording.putObject("properties").set("en", ScalarSchemas.string());
        wording.withObjectProperty("properties").set("zh", ScalarSchemas.string());
        return list;
    }

    static ObjectNode operation(String id, String summary, String en, String zh) {
        ObjectNode node = Nodes.object().put("operationId", id);
        node.putArray("tags").add(TAG);
        return node.put("summary", summary).put("description", en).put("x-description-zh", zh);
    }

    /** What a page answers to staff with a scope. */
    void answerStaff(ObjectNode operation, String scope, ObjectNode schema) {
        operation.put("x-effect", "READ").put("x-audience", "STAFF");
        operation.putArray("security").addObject().putArray("oauth2").add(scope);
        answer(operation.putObject("responses"), schema);
        addError(operation, ErrorCode.UNAUTHENTICATED);
        addError(operation, ErrorCode.SCOPE_MISSING);
    }

    void addError(ObjectNode operation, ErrorCode code) {
        errors.addTo((ObjectNode) operation.get("responses"), code);
    }

    static void answer(ObjectNode responses, ObjectNode schema) {
        ObjectNode ok = responses.putObject("200").put("description", "The answer.");
        ok.set("content", Nodes.content(schema, "response"));
    }
}
