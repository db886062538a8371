package io.switchboard.rest.internal.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The pieces that the hub's own pages are described with. */
final class PageSchemas {
    private PageSchemas() {}

    /** A record in which these texts always are. */
    static ObjectNode record(String... texts) {
        ObjectNode node = Nodes.object().put("type", "object");
        node.putObject("properties");
        for (String each : texts) {
            add(node, each, ScalarSchemas.string());
        }
        return node;
    }

    /** Puts a member into a record, in which it always is. */
    static void add(ObjectNode record, String name, ObjectNode schema) {
        record.withArrayProperty("required").add(name);
        ((ObjectNode) record.get("properties")).set(name, schema);
    }

    /** Puts a member into a record, in which it may be. */
    static void addOptional(ObjectNode record, String name, ObjectNode schema) {
        ((ObjectNode) record.get("properties")).set(name, schema);
    }

    static ObjectNode listOf(ObjectNode item) {
        ObjectNode list = Nodes.object().put("type", "array");
        list.putObject("xml").put("wrapped", true);
        ObjectNode items = item.deepCopy();
        items.putObject("xml").put("name", "item");
        list.set("items", items);
        return list;
    }

    static ObjectNode oneOf(Enum<?>... constants) {
        ObjectNode node = ScalarSchemas.string();
        for (Enum<?> each : constants) {
            node.withArrayProperty("enum").add(each.name());
        }
        return node;
    }

    static ObjectNode bool() {
        return Nodes.object().put("type", "boolean");
    }

    static ObjectNode described(ObjectNode schema, String en, String zh) {
        return schema.put("description", en).put("x-description-zh", zh);
    }
}
