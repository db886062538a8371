package io.switchboard.rest.internal.openapi;

import static io.switchboard.rest.internal.openapi.PageSchemas.add;
import static io.switchboard.rest.internal.openapi.PageSchemas.addOptional;
import static io.switchboard.rest.internal.openapi.PageSchemas.described;
import static io.switchboard.rest.internal.openapi.PageSchemas.listOf;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.switchboard.connector.ErrorCode;
import io.switchboard.core.event.EventFeed;

/** Documents what the hub tells of what happened. */
final class EventPaths {
    static final String SCOPE = EventFeed.SCOPE;

    private final Components components;
    private final ErrorResponses errors;

    EventPaths(Components components, ErrorResponses errors) {
        this.components = components;
        this.errors = errors;
    }

    void addTo(ObjectNode paths) {
        ObjectNode node = HubPaths.operation(
                "hub_events_list",
                "What happened since a cursor",
                "Events that the caller may hear of, the oldest first. With Accept: text/event-stream, a stream of those that come.",
                "调用方可获知的事件，从最早的开始。使用 Accept: text/event-stream 则以流的形式持续推送。");
        node.put("x-effect", "READ").put("x-audience", "PUBLIC");
        node.putArray("security").addObject().putArray("oauth2").add(SCOPE);
        ArrayNode parameters = node.putArray("parameters");
        parameter(
                parameters,
                "after",
                "Where an earlier reading ended, or now; without it, from the oldest that is kept.",
                "上次读取结束处的游标，或 now；不填则从保留的最早事件开始。",
                ScalarSchemas.string().put("maxLength", 500));
        parameter(
                parameters,
                "types",
                "Types with commas between, such as ticket.v1.status.changed or ticket.*; without it, all.",
                "以逗号分隔的类型，如 ticket.v1.status.changed 或 ticket.*；不填则为全部。",
                ScalarSchemas.string().put("maxLength", 2_000));
        parameter(
                parameters,
                "limit",
                "How many events at most.",
                "最多返回的事件数。",
                Nodes.object()
                        .put("type", "integer")
                        .put("minimum", 1)
                        .put("maximum", 1_000)
                        .put("default", 100));
        ObjectNode responses = node.putObject("responses");
        HubPaths.answer(responses, components.put("schemas", "hub.Events", page()));
        ((ObjectNode) responses.get("200").get("content"))
                .putObject("text/event-stream")
                .set("schema", ScalarSchemas.string());
        errors.addTo(responses, ErrorCode.INVALID_ARGUMENTS);
        errors.addTo(responses, ErrorCode.UNAUTHENTICATED);
        errors.addTo(responses, ErrorCode.SCOPE_MISSING);
        errors.addTo(responses, ErrorCode.RATE_LIMITED);
        errors.addTo(responses, ErrorCode.BUSY);
        paths.putObject("/api/events").set("get", node);
    }

    private static void parameter(ArrayNode parameters, String name, String en, String zh, ObjectNode schema) {
        ObjectNode parameter = parameters.addObject();
        parameter.put("name", name).put("in", "query").put("required", false);
        parameter.put("description", en).put("x-description-zh", zh);
        parameter.set("schema", schema);
    }

    private static ObjectNode page() {
        ObjectNode node = PageSchemas.record();
        add(node, "events", listOf(event()));
        add(node, "next", described(ScalarSchemas.string(), "Where to go on.", "下次读取的起点。"));
        add(node, "more", described(PageSchemas.bool(), "Whether there are more now.", "当前是否还有更多。"));
        add(
                node,
                "missed",
                described(
                        PageSchemas.bool(),
                        "Whether events since the cursor were forgotten before they were read.",
                        "自游标以来是否有事件在读取前已过期。"));
        return node;
    }

    private static ObjectNode event() {
        ObjectNode node = PageSchemas.record("specversion", "id", "source", "type", "datacontenttype");
        described(node, "An event of CloudEvents 1.0.2.", "符合 CloudEvents 1.0.2 的事件。");
        add(node, "time", ScalarSchemas.formatted("date-time"));
        addOptional(node, "subject", described(ScalarSchemas.string(), "What it is about.", "事件涉及的对象。"));
        addOptional(node, "customer", described(ScalarSchemas.string(), "Whom it is about.", "事件涉及的客户。"));
        add(node, "data", Nodes.object().put("type", "object"));
        return node;
    }
}
