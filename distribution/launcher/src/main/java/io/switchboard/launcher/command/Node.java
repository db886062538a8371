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
public record Node(@Nullable Object value) {
    static final Node NONE = new Node(null);

    /** Of an object in JSON; without members where the text is none. */
    public static Node of(String json) {
        return new Node(Json.object(json));
    }

    /** Whether there is a value. */
    public boolean present() {
        return value != null;
    }

    /** A member of an object. */
    public Node get(String name) {
        return value instanceof Map<?, ?> map ? new Node(map.get(name)) : NONE;
    }

    /** Empty where it is no text. */
    public String text() {
        return value instanceof String text ? text : "";
    }

    /** A member that is a text; empty where it is none. */
    public String text(String name) {
        return get(name).text();
    }

    /** In Chinese where that is wanted and there. */
    String text(String name, boolean chinese) {
        String translated = chinese ? text("x-" + name + "-zh") : "";
        return translated.isEmpty() ? text(name) : translated;
    }

    /** A text as it is, anything else as JSON; empty where there is nothing. */
    public String shown() {
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

    /** Whether it is the value true. */
    public boolean isTrue() {
        return Boolean.TRUE.equals(value);
    }

    /** The entries of an array; none where it is no array. */
    public List<Node> items() {
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
