package io.switchboard.launcher.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value of a JSON document, and a way into it that never fails: what is not there is a node without a value. Immutable.
 *
 * @param value as {@link Json} reads it
 */
record Node(@Nullable Object value) {
    static final Node NONE = new Node(null);

    boolean present() {
        return value != null;
    }

    Node get(String name) {
        return value instanceof Map<?, ?> map ? new Node(map.get(name)) : NONE;
    }

    /** Empty where it is no text. */
    String text() {
        return value instanceof String text ? text : "";
    }

    String text(String name) {
        return get(name).text();
    }

    /** In Chinese where that is wanted and there. */
    String text(String name, boolean chinese) {
        String translated = chinese ? text("x-" + name + "-zh") : "";
        return translated.isEmpty() ? text(name) : translated;
    }

    /** A text as it is, anything else as JSON; empty where there is nothing. */
    String shown() {
        return value == null ? "" : value instanceof String text ? text : JsonText.line(value);
    }

    /** The same with a member of another one, and its translation, where that one has them. */
    Node with(Node other, String name) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members().forEach((each, member) -> members.put(each, member.value()));
        for (String each : List.of(name, "x-" + name + "-zh")) {
            if (other.get(each).present()) {
                members.put(each, other.get(each).value());
            }
        }
        return new Node(members);
    }

    boolean isTrue() {
        return Boolean.TRUE.equals(value);
    }

    List<Node> items() {
        List<Node> items = new ArrayList<>();
        if (value instanceof List<?> list) {
            list.forEach(item -> items.add(new Node(item)));
        }
        return items;
    }

    /** In the document's order. */
    Map<String, Node> members() {
        Map<String, Node> members = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, member) -> members.put(String.valueOf(name), new Node(member)));
        }
        return members;
    }
}
