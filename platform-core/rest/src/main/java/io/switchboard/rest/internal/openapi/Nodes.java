package io.switchboard.rest.internal.openapi;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.switchboard.core.descriptor.Text;

/** The pieces that the document is put together of. */
final class Nodes {
    static final JsonNodeFactory JSON = new JsonNodeFactory(true);

    private Nodes() {}

    static ObjectNode object() {
        return JSON.objectNode();
    }

    static ObjectNode ref(String section, String name) {
        return object().put("$ref", "#/components/" + section + "/" + name);
    }

    /** Adds a text in both languages. */
    static void describe(ObjectNode node, Text text) {
        if (!text.en().isEmpty()) {
            node.put("description", text.en());
        }
        if (!text.zh().isEmpty()) {
            node.put("x-description-zh", text.zh());
        }
    }

    /** A body of one schema, as JSON and as XML with the given root. */
    static ObjectNode content(ObjectNode schema, String xmlRoot) {
        ObjectNode content = object();
        content.putObject("application/json").set("schema", schema);
        ObjectNode xml = schema.deepCopy();
        xml.putObject("xml").put("name", xmlRoot);
        content.putObject("application/xml").set("schema", xml);
        return content;
    }
}
