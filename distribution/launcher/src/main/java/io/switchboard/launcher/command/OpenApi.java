package io.switchboard.launcher.command;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The document of what the hub offers to the caller. Immutable.
 *
 * @param root the document
 */
record OpenApi(Node root) {
    private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");
    private static final int DEEPEST = 20;

    /** All operations of connectors, by name. */
    List<OperationEntry> operations() {
        List<OperationEntry> found = new ArrayList<>();
        root.get("paths")
                .members()
                .forEach((path, methods) -> METHODS.forEach(method -> {
                    Node operation = methods.get(method);
                    // The hub's own, such as the errors, have none.
                    if (operation.get("x-audience").present()) {
                        found.add(new OperationEntry(this, method.toUpperCase(Locale.ROOT), path, operation));
                    }
                }));
        found.sort(Comparator.comparing(OperationEntry::name));
        return found;
    }

    /** What a connector of that major is, in a sentence. */
    String about(String tag, boolean chinese) {
        for (Node each : root.get("tags").items()) {
            if (each.text("name").equals(tag)) {
                return each.text("description", chinese);
            }
        }
        return "";
    }

    /** The place that a node refers to, with what stands beside the reference; other nodes as they are. */
    Node resolve(Node node) {
        Node now = node;
        for (int i = 0; i < DEEPEST && now.get("$ref").present(); i++) {
            Node target = root;
            for (String step : now.text("$ref").replaceFirst("^#/", "").split("/", -1)) {
                target = target.get(step.replace("~1", "/").replace("~0", "~"));
            }
            Map<String, @Nullable Object> joined = new LinkedHashMap<>();
            target.members().forEach((name, value) -> joined.put(name, value.value()));
            now.members().forEach((name, value) -> {
                if (!name.equals("$ref")) {
                    joined.put(name, value.value());
                }
            });
            now = new Node(joined);
        }
        return now;
    }
}
