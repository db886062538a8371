package io.switchboard.launcher.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An operation, as the document has it. Immutable.
 *
 * @param document what it stands in
 * @param method of HTTP
 * @param path with names in braces
 * @param node what the document says of it
 */
record OperationEntry(OpenApi document, String method, String path, Node node) {
    enum Place {
        PATH,
        QUERY,
        BODY
    }

    /**
     * One argument.
     *
     * @param schema with references taken up
     */
    record Argument(String name, Place place, boolean required, Node schema) {}

    /** Such as {@code loyalty.v1.balance.get}: segments have no underscore. */
    String name() {
        return node.text("operationId").replace('_', '.');
    }

    /** The connector and its major, such as {@code loyalty.v1}. */
    String tag() {
        String[] segments = name().split("\\.", 3);
        return segments[0] + "." + segments[1];
    }

    int major() {
        return Integer.parseInt(tag().substring(tag().indexOf('.') + 2));
    }

    /** Whether somebody who leaves out the major, or the connector too, may mean this one. */
    boolean meant(String wanted) {
        String rest = name().substring(tag().length() + 1);
        String connector = tag().substring(0, tag().indexOf('.'));
        return wanted.equals(name()) || wanted.equals(connector + "." + rest) || wanted.equals(rest);
    }

    String effect() {
        return node.text("x-effect");
    }

    String audience() {
        return node.text("x-audience");
    }

    /** The argument that names the customer whom a call is about; empty where it is about none. */
    Optional<Argument> customer() {
        String named = node.text("x-customer");
        return arguments().stream().filter(each -> each.name().equals(named)).findFirst();
    }

    boolean writes() {
        return !effect().equals("READ");
    }

    String scope() {
        for (Node each : node.get("security").items()) {
            for (Node scope : each.get("oauth2").items()) {
                return scope.text();
            }
        }
        return "";
    }

    List<Argument> arguments() {
        List<Argument> found = new ArrayList<>();
        for (Node each : node.get("parameters").items()) {
            Node parameter = document.resolve(each);
            String in = parameter.text("in");
            if (in.equals("path") || in.equals("query")) {
                Place place = in.equals("path") ? Place.PATH : Place.QUERY;
                Node schema = document.resolve(parameter.get("schema"));
                boolean required = parameter.get("required").isTrue();
                found.add(new Argument(parameter.text("name"), place, required, schema.with(parameter, "description")));
            }
        }
        Node body =
                document.resolve(json(document.resolve(node.get("requestBody"))).get("schema"));
        List<String> required =
                body.get("required").items().stream().map(Node::text).toList();
        body.get("properties")
                .members()
                .forEach((name, schema) ->
                        found.add(new Argument(name, Place.BODY, required.contains(name), document.resolve(schema))));
        return found;
    }

    boolean hasBody() {
        return node.get("requestBody").present();
    }

    /** Of the body that the document shows. */
    Node example() {
        return json(document.resolve(node.get("requestBody"))).get("example");
    }

    /** What it answers; empty where that is nothing. */
    Optional<Node> result() {
        Node schema = json(document.resolve(node.get("responses").get("200"))).get("schema");
        return schema.present() ? Optional.of(document.resolve(schema)) : Optional.empty();
    }

    /** Lines such as {@code 4001 CUSTOMER_NOT_FOUND: … (ASK_CUSTOMER)}. */
    List<String> errors() {
        List<String> found = new ArrayList<>();
        for (Node each : node.get("responses").members().values()) {
            String text = document.resolve(each).text("description");
            text.lines().filter(line -> line.matches("[0-9]{4} .*")).forEach(found::add);
        }
        found.sort(null);
        return found;
    }

    private static Node json(Node content) {
        return content.get("content").get("application/json");
    }
}
