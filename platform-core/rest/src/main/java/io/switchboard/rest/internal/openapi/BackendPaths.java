package io.switchboard.rest.internal.openapi;

import static io.switchboard.rest.internal.openapi.PageSchemas.add;
import static io.switchboard.rest.internal.openapi.PageSchemas.addOptional;
import static io.switchboard.rest.internal.openapi.PageSchemas.described;
import static io.switchboard.rest.internal.openapi.PageSchemas.listOf;
import static io.switchboard.rest.internal.openapi.PageSchemas.oneOf;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.switchboard.connector.ErrorCode;
import io.switchboard.connector.check.CheckFinding;
import io.switchboard.connector.http.HttpEndpoint;

/** Documents what the hub tells of the systems behind it. */
final class BackendPaths {
    static final String SCOPE = "backends.read";

    private final Components components;
    private final HubPaths hub;

    BackendPaths(Components components, HubPaths hub) {
        this.components = components;
        this.hub = hub;
    }

    void addTo(ObjectNode paths) {
        ObjectNode list = HubPaths.operation(
                "hub_backends_list",
                "How the systems behind the hub stand",
                "Which endpoints each backend has and whether they answer, as calls found them; nothing is asked for it.",
                "各后端的端点及其是否应答，依据以往调用的结果，不会另行访问后端。");
        hub.answerStaff(list, SCOPE, components.put("schemas", "hub.Backends", standing()));
        paths.putObject("/api/backends").set("get", list);

        ObjectNode check = HubPaths.operation(
                "hub_backends_check",
                "Look at the systems behind the hub",
                "Asks each backend whether it answers, takes the hub's credentials and has what it needs; changes nothing there.",
                "检查各后端是否应答、是否接受平台凭据、所需内容是否齐备；不会改动后端。");
        hub.answerStaff(check, SCOPE, components.put("schemas", "hub.BackendChecks", checked()));
        hub.addError(check, ErrorCode.BUSY);
        paths.putObject("/api/backends/check").set("get", check);
    }

    private static ObjectNode standing() {
        ObjectNode endpoint = PageSchemas.record("address");
        add(endpoint, "state", oneOf(HttpEndpoint.State.values()));
        addOptional(endpoint, "why", described(ScalarSchemas.string(), "Why it is down.", "不可用的原因。"));
        addOptional(
                endpoint,
                "since",
                described(ScalarSchemas.formatted("date-time"), "Since when it is down.", "自何时起不可用。"));
        ObjectNode backend = PageSchemas.record("backend");
        add(backend, "endpoints", listOf(endpoint));
        ObjectNode all = PageSchemas.record();
        add(all, "backends", listOf(backend));
        return all;
    }

    private static ObjectNode checked() {
        ObjectNode finding = PageSchemas.record("text");
        add(finding, "outcome", oneOf(CheckFinding.Outcome.values()));
        ObjectNode backend = PageSchemas.record("backend");
        add(backend, "findings", listOf(finding));
        ObjectNode all = PageSchemas.record();
        add(all, "sound", described(PageSchemas.bool(), "Whether no backend has a fault.", "是否所有后端均无故障。"));
        add(all, "backends", listOf(backend));
        return all;
    }
}
