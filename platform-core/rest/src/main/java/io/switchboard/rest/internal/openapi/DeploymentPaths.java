package io.switchboard.rest.internal.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.switchboard.connector.ErrorCode;

/** Documents what the hub tells of the files in {@code deploy/}. */
final class DeploymentPaths {
    static final String SCOPE = "deployments.read";

    private final Components components;
    private final ErrorResponses errors;

    DeploymentPaths(Components components, ErrorResponses errors) {
        this.components = components;
        this.errors = errors;
    }

    void addTo(ObjectNode paths) {
        ObjectNode one = components.put("schemas", "hub.Deployment", deployment());
        ObjectNode list = operation(
                "hub_deployments_list",
                "What became of every file in deploy/",
                "Which bundles and connectors each file brought, and why something does not run.",
                "deploy/ 中每个文件的部署结果：包含的 bundle 与连接器，以及未运行的原因。");
        ObjectNode all = Nodes.object().put("type", "object");
        all.putArray("required").add("deployments").add("withheld");
        ObjectNode properties = all.putObject("properties");
        properties.set("deployments", listOf(one));
        properties.set("withheld", listOf(record("file", "reason")));
        answer(list, components.put("schemas", "hub.Deployments", all));
        paths.putObject("/api/deployments").set("get", list);

        ObjectNode file = operation(
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
        answer(file, one);
        errors.addTo((ObjectNode) file.get("responses"), ErrorCode.NOT_FOUND);
        paths.putObject("/api/deployments/{file}").set("get", file);
    }

    private static ObjectNode operation(String id, String summary, String en, String zh) {
        ObjectNode node = HubPaths.operation(id, summary, en, zh);
        node.put("x-effect", "READ").put("x-audience", "STAFF");
        node.putArray("security").addObject().putArray("oauth2").add(SCOPE);
        return node;
    }

    private void answer(ObjectNode node, ObjectNode schema) {
        ObjectNode responses = node.putObject("responses");
        HubPaths.answer(responses, schema);
        errors.addTo(responses, ErrorCode.UNAUTHENTICATED);
        errors.addTo(responses, ErrorCode.SCOPE_MISSING);
    }

    private static ObjectNode deployment() {
        ObjectNode node = record("file", "state", "since");
        for (String list : new String[] {"bundles", "stillRunning", "connectors", "changes", "signers"}) {
            node.withArrayProperty("required").add(list);
        }
        ObjectNode properties = (ObjectNode) node.get("properties");
        ObjectNode state = ScalarSchemas.string();
        for (String each : new String[] {"STARTING", "RUNNING", "FAULTY", "WAITING", "REFUSED", "FAILED"}) {
            state.withArrayProperty("enum").add(each);
        }
        properties.set("state", state);
        properties.set("since", ScalarSchemas.formatted("date-time"));
        properties.set(
                "reason",
                ScalarSchemas.string()
                        .put("description", "Why it does not run, or not all of it.")
                        .put("x-description-zh", "未（全部）运行的原因。"));
        properties.set("bundles", listOf(record("symbolicName", "version")));
        properties.set(
                "stillRunning",
                listOf(record("symbolicName", "version"))
                        .put("description", "What goes on serving of an earlier content.")
                        .put("x-description-zh", "仍在提供服务的旧版本。"));
        ObjectNode connector = record("name", "standing");
        connector.withArrayProperty("required").add("operations");
        ObjectNode members = (ObjectNode) connector.get("properties");
        members.set("reason", ScalarSchemas.string());
        members.set("operations", listOf(ScalarSchemas.string()));
        properties.set("connectors", listOf(connector));
        properties.set(
                "changes",
                listOf(ScalarSchemas.string())
                        .put("description", "What differs in contracts and descriptions from what was accepted last.")
                        .put("x-description-zh", "与上次接受的契约和描述相比的变化。"));
        properties.set(
                "signers",
                listOf(ScalarSchemas.string())
                        .put("description", "Who signed the bundles, where they have to be signed.")
                        .put("x-description-zh", "bundle 的签名者（要求签名时）。"));
        return node;
    }

    private static ObjectNode record(String... texts) {
        ObjectNode node = Nodes.object().put("type", "object");
        ObjectNode properties = node.putObject("properties");
        for (String each : texts) {
            node.withArrayProperty("required").add(each);
            properties.set(each, ScalarSchemas.string());
        }
        return node;
    }

    private static ObjectNode listOf(ObjectNode item) {
        ObjectNode list = Nodes.object().put("type", "array");
        list.putObject("xml").put("wrapped", true);
        ObjectNode items = item.deepCopy();
        items.putObject("xml").put("name", "item");
        list.set("items", items);
        return list;
    }
}
