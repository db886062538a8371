package io.switchboard.core.value;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.switchboard.core.descriptor.ValueType;

/**
 * Turns text from a path, a query or XML into the JSON the binder expects for a type. What does not fit stays text, so that the binder
 * names the fault.
 */
public final class TextArguments {
    private TextArguments() {}

    /** The JSON value of a text for a type that is neither a record, a list nor a map. */
    public static JsonNode node(ValueType type, String text) {
        if (type instanceof ValueType.IntegerType integer && integer.bits() == 32) {
            try {
                return IntNode.valueOf(Integer.parseInt(text.strip()));
            } catch (NumberFormatException e) {
                return TextNode.valueOf(text);
            }
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
