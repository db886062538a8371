package io.switchboard.launcher.command;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes what {@link Json} reads. */
final class JsonText {
    private static final String STEP = "  ";

    private JsonText() {}

    /** On one line. */
    static String line(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(each -> Json.quote(String.valueOf(each.getKey())) + ":" + line(each.getValue()))
                    .collect(Collectors.joining(",", "{", "}"));
        }
        if (value instanceof List<?> list) {
            return list.stream().map(JsonText::line).collect(Collectors.joining(",", "[", "]"));
        }
        return value instanceof String text ? Json.quote(text) : String.valueOf(value);
    }

    /** For people: a member a line, lists of plain values on one. */
    static String lines(@Nullable Object value) {
        return lines(value, "");
    }

    private static String lines(@Nullable Object value, String indent) {
        String deeper = indent + STEP;
        if (value instanceof Map<?, ?> map && !map.isEmpty()) {
            return map.entrySet().stream()
                    .map(each ->
                            deeper + Json.quote(String.valueOf(each.getKey())) + ": " + lines(each.getValue(), deeper))
                    .collect(Collectors.joining(",\n", "{\n", "\n" + indent + "}"));
        }
        boolean plain = value instanceof List<?> list
                && list.stream().noneMatch(item -> item instanceof Map<?, ?> || item instanceof List<?>);
        if (value instanceof List<?> list && !plain) {
            return list.stream()
                    .map(item -> deeper + lines(item, deeper))
                    .collect(Collectors.joining(",\n", "[\n", "\n" + indent + "]"));
        }
        return line(value);
    }
}
