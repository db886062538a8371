package io.switchboard.rest.internal.openapi;

import static io.switchboard.rest.internal.openapi.PageSchemas.add;
import static io.switchboard.rest.internal.openapi.PageSchemas.addOptional;
import static io.switchboard.rest.internal.openapi.PageSchemas.described;
import static io.switchboard.rest.internal.openapi.PageSchemas.listOf;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.switchboard.connector.ErrorCode;

/** Documents what the hub tells of the files in {@code deploy/}. */
final class DeploymentPaths {
    static final String SCOPE = "deployments.read";

    private final Components components;
    private final HubPaths hub;

    DeploymentPaths(Components components, HubPaths hub) {
        this.components = components;
        this.hub = hub;
    }

    void addTo(ObjectNode paths) {
        ObjectNode one = components.put("schemas", "hub.Deployment", deployment());
        ObjectNode list = HubPaths.operation(
                "hub_deployments_list",
                "What became of every file in deploy/",
                "Which bundles and connectors each file brought, and why something does not run.",
                "deploy/ 中每个文件的部署结果：包含的 bundle 与连接器，以及未运行的原因。");
        ObjectNode all = PageSchemas.record();
        add(all, "deployments", listOf(one));
        add(all, "withheld", listOf(PageSchemas.record("file", "reason")));
        hub.answerStaff(list, SCOPE, components.put("schemas", "hub.Deployments", all));
        paths.putObject("/api/deployments").set("get", list);

        ObjectNode file = HubPaths.operation(
                "hub_deployments_get",
                "What became of one file in deploy/",
                "The same as in the list, of one file.",
                "单个文件的部署结果，内容与列表相同。");
        ObjectNode parameter = file.putArray("parameters").addObject();
        parameter.put("name", "file").put("in", "path").put("required", true);
        parameter.put("description", "Its name in deploy/.").put("x-description-zh", "deploy/ 中的文件名。");
        ObjectNode name = ScalarSchemas.string().put("minLength", 1).put("maxLength", 255);
        name.putArray("examples").add("loyalty-1.0.0.jar");
        parameter.set("schema", name);
        hub.answerStaff(file, SCOPE, one);
        hub.addError(file, ErrorCode.NOT_FOUND);
        paths.putObject("/api/deployments/{file}").set("get", file);
    }

    private static ObjectNode deployment() {
        ObjectNode node = PageSchemas.record("file");
        ObjectNode state = ScalarSchemas.string();
        for (String each : new String[] {"STARTING", "RUNNING", "FAULTY", "WAITING", "REFUSED", "FAILED"}) {
            state.withArrayProperty("enum").add(each);
        }
        add(node, "state", state);
        add(node, "since", ScalarSchemas.formatted("date-time"));
        addOptional(
                node,
                "reason",
                described(ScalarSchemas.string(), "Why it does not run, or not all of it.", "未（全部）运行的原因。"));
        add(node, "bundles", listOf(PageSchemas.record("symbolicName", "version")));
        add(
                node,
                "stillRunning",
                described(
                        listOf(PageSchemas.record("symbolicName", "version")),
                        "What goes on serving of an earlier content.",
                        "仍在提供服务的旧版本。"));
        ObjectNode connector = PageSchemas.record("name", "standing");
        addOptional(connector, "reason", ScalarSchemas.string());
        add(connector, "operations", listOf(ScalarSchemas.string()));
        add(node, "connectors", listOf(connector));
        add(
                node,
                "changes",
                described(
                        listOf(ScalarSchemas.string()),
                        "What differs in contracts and descriptions from what was accepted last.",
                        "与上次接受的契约和描述相比的变化。"));
        add(
                node,
                "signers",
                described(
                        listOf(ScalarSchemas.string()),
                        "Who signed the bundles, where they have to be signed.",
                        "bundle 的签名者（要求签名时）。"));
        return node;
    }
}
