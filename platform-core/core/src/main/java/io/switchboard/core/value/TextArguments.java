package io.switchboard.core.value;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.switchboard.core.descriptor.ValueType;
import java.util.regex.Pattern;

/**
 * Turns text from a path, a query or XML into the JSON the binder expects for a type. What does not fit stays text, so that the binder
 * names the fault.
 */
public final class TextArguments {
    /** Digits of ASCII only, and so few that they fit a long; the binder holds them against the bounds. */
    private static final Pattern INTEGER = Pattern.compile("-?[0-9]{1,18}");

    private TextArguments() {}

    /** The JSON value of a text for a type that is neither a record, a list nor a map. */
    public static JsonNode node(ValueType type, String text) {
        if (type instanceof ValueType.IntegerType integer && integer.bits() == 32) {
            return INTEGER.matcher(text).matches() ? LongNode.valueOf(Long.parseLong(text)) : TextNode.valueOf(text);
        }
        if (type instanceof ValueType.BooleanType) {
            return switch (text.strip()) {
                case "true", "1" -> BooleanNode.TRUE;
                case "false", "0" -> BooleanNode.FALSE;
                default -> TextNode.valueOf(text);
            };
        }
        return TextNode.valueOf(text);
    }
}
