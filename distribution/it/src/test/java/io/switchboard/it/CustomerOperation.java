package io.switchboard.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * An operation that names a customer, as the hub's own document has it; so operations that are added are known by themselves.
 *
 * @param name canonical
 * @param audience CUSTOMER or STAFF
 * @param method of HTTP
 * @param path with variables in braces
 * @param customer the member that names the customer
 * @param where {@code path}, {@code query} or {@code body}
 * @param variables the other variables of the path, each with an example
 * @param body a body that is well-formed, without the customer; empty for operations that take none
 * @param takesBody whether a body may come at all
 */
record CustomerOperation(
        String name,
        String audience,
        String method,
        String path,
        String customer,
        String where,
        Map<String, String> variables,
        ObjectNode body,
        boolean takesBody) {

    /** All operations of an audience that name a customer. */
    static List<CustomerOperation> of(JsonNode document, String audience) {
        List<CustomerOperation> found = new ArrayList<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(each -> {
                    JsonNode node = each.getValue();
                    if (node.path("x-audience").asText().equals(audience)) {
                        read(document, path.getKey(), each.getKey().toUpperCase(Locale.ROOT), node, found);
                    }
                }));
        return found;
    }

    private static void read(
            JsonNode document, String path, String method, JsonNode node, List<CustomerOperation> found) {
        String customer = "";
        String where = "";
        Map<String, String> variables = new java.util.TreeMap<>();
        for (JsonNode each : node.path("parameters")) {
            JsonNode parameter = resolve(document, each);
            String name = parameter.path("name").asText();
            if (parameter.path("description").asText().contains("`me` stands for")) {
                customer = name;
                where = parameter.path("in").asText();
            } else if (parameter.path("in").asText().equals("path")) {
                JsonNode examples = parameter.path("schema").path("examples");
                variables.put(name, examples.path(0).asText("x"));
            }
        }
        JsonNode content = node.path("requestBody").path("content").path("application/json");
        ObjectNode body = content.path("example") instanceof ObjectNode example
                ? example.deepCopy()
                : JsonNodeFactory.instance.objectNode();
        JsonNode members = resolve(document, content.path("schema")).path("properties");
        if (customer.isEmpty() && members.has("customerId")) {
            customer = "customerId";
            where = "body";
            body.remove(customer);
        }
        boolean named = !customer.isEmpty();
        if (!named && !node.path("x-audience").asText().equals("CUSTOMER")) {
            return;
        }
        String name = node.path("operationId").asText().replace('_', '.');
        if (!named) {
            throw new AssertionError(name + " is about a customer, and the document does not say how it names one");
        }
        boolean takesBody = !method.equals("GET") && !method.equals("DELETE");
        found.add(new CustomerOperation(
                name, node.path("x-audience").asText(), method, path, customer, where, variables, body, takesBody));
    }

    private static JsonNode resolve(JsonNode document, JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
    }

    boolean reads() {
        return method.equals("GET");
    }

    /** Whether a variable names a row rather than something that the caller makes up. */
    static boolean isRow(String variable) {
        return variable.endsWith("Id");
    }

    boolean hasRows() {
        return variables.keySet().stream().anyMatch(CustomerOperation::isRow);
    }

    /** The path with a customer as it is to stand there, already encoded, and values of the other variables. */
    String address(String encodedCustomer, Map<String, String> values) {
        String address = where.equals("path") ? path.replace('{' + customer + '}', encodedCustomer) : path;
        for (Map.Entry<String, String> each : variables.entrySet()) {
            String value = values.getOrDefault(each.getKey(), each.getValue());
            address = address.replace('{' + each.getKey() + '}', Attempts.encoded(value));
        }
        return address;
    }
}
