package io.switchboard.core.internal.reader;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.switchboard.core.descriptor.ValueType;
import io.switchboard.core.value.TextArguments;

/** Turns an {@code @Example}, written as text, into JSON. */
final class Examples {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Examples() {}

    static JsonNode json(ValueType type, String text) throws JsonProcessingException {
        return isStructured(type) ? JSON.readTree(text) : TextArguments.node(type, text);
    }

    private static boolean isStructured(ValueType type) {
        return type instanceof ValueType.RecordType
                || type instanceof ValueType.ListType
                || type instanceof ValueType.MapType
                || type instanceof ValueType.MoneyType
                || type instanceof ValueType.AttachmentType;
    }
}
