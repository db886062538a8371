package io.switchboard.rest.internal.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;

/** The parts that several places of the document share, each under a name of its own. Not safe for use from several threads. */
final class Components {
    private static final String PREFIX = "#/components/";

    private final ObjectNode sections = Nodes.object();

    /** Keeps a part under a name, or under that name and a number where another part has it; gives back a reference. */
    ObjectNode put(String section, String wanted, ObjectNode part) {
        ObjectNode parts = sections.withObjectProperty(section);
        String name = wanted;
        for (int i = 2; parts.has(name) && !parts.get(name).equals(part); i++) {
            name = wanted + i;
        }
        parts.set(name, part);
        return Nodes.ref(section, name);
    }

    /** The parts that a document refers to, directly or by way of others. */
    ObjectNode usedBy(JsonNode document) {
        Set<String> used = new HashSet<>();
        Deque<JsonNode> toLookAt = new ArrayDeque<>();
        toLookAt.push(document);
        while (!toLookAt.isEmpty()) {
            JsonNode node = toLookAt.pop();
            String reference = node.path("$ref").asText();
            if (reference.startsWith(PREFIX) && used.add(reference)) {
                String[] place = reference.substring(PREFIX.length()).split("/", 2);
                toLookAt.push(sections.path(place[0]).path(place[1]));
            }
            node.forEach(toLookAt::push);
        }
        ObjectNode result = sections.deepCopy();
        for (Map.Entry<String, JsonNode> section : result.properties()) {
            Iterator<String> names = section.getValue().fieldNames();
            while (names.hasNext()) {
                if (!used.contains(PREFIX + section.getKey() + "/" + names.next())) {
                    names.remove();
                }
            }
        }
        return result;
    }
}
