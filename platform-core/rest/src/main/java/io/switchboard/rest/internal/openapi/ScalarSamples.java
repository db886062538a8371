package io.switchboard.rest.internal.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.switchboard.core.descriptor.ValueType;
import io.switchboard.core.descriptor.ValueType.DecimalType;
import io.switchboard.core.descriptor.ValueType.EnumType;
import io.switchboard.core.descriptor.ValueType.IntegerType;
import io.switchboard.core.descriptor.ValueType.TextType;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Examples of the types that are one value on the wire. */
final class ScalarSamples {
    private static final long SOME_NUMBER = 10;
    /** What patterns of everyday ids and codes often let through. */
    private static final List<String> CANDIDATES = List.of(
            "text",
            "a",
            "A",
            "1",
            "ab",
            "AB",
            "12",
            "ABC",
            "abc",
            "123",
            "1234",
            "A1",
            "a1",
            "A-1",
            "123456",
            "ABC123",
            "13800138000",
            "10.5",
            "en-US",
            "en",
            "anna@example.com");

    private ScalarSamples() {}

    static Optional<JsonNode> of(ValueType type) {
        if (type instanceof TextType text) {
            return text(text).map(TextNode::valueOf);
        }
        if (type instanceof IntegerType integer) {
            long number = Math.max(integer.min(), Math.min(SOME_NUMBER, integer.max()));
            return Optional.of(
                    integer.bits() == 32 ? IntNode.valueOf((int) number) : TextNode.valueOf(Long.toString(number)));
        }
        if (type instanceof DecimalType decimal) {
            boolean usual = decimal.min() <= SOME_NUMBER && decimal.max() > SOME_NUMBER;
            return Optional.of(TextNode.valueOf(usual ? SOME_NUMBER + ".50" : Long.toString(decimal.min())));
        }
        if (type instanceof EnumType enumeration) {
            return enumeration.constants().stream().findFirst().map(constant -> TextNode.valueOf(constant.name()));
        }
        if (type instanceof ValueType.BooleanType) {
            return Optional.of(BooleanNode.TRUE);
        }
        return Optional.of(fixed(type));
    }

    private static JsonNode fixed(ValueType type) {
        if (type instanceof ValueType.MoneyType) {
            return Nodes.object().put("amount", "12.50").put("currency", "CNY");
        }
        if (type instanceof ValueType.AttachmentType) {
            return attachment();
        }
        if (type instanceof ValueType.DateType) {
            return TextNode.valueOf("2026-01-31");
        }
        if (type instanceof ValueType.InstantType) {
            return TextNode.valueOf("2026-01-31T12:00:00Z");
        }
        return TextNode.valueOf(type instanceof ValueType.DurationType ? "PT4H" : "https://www.example.com/1");
    }

    private static ObjectNode attachment() {
        return Nodes.object()
                .put("id", "f1")
                .put("name", "photo.png")
                .put("mediaType", "image/png")
                .put("size", "10240")
                .put("sha256", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    private static Optional<String> text(TextType type) {
        if (type.pattern().isEmpty()) {
            String text = "text";
            if (type.min() > text.length()) {
                return Optional.of(text.repeat(type.min() / text.length() + 1).substring(0, type.min()));
            }
            return Optional.of(text.substring(0, Math.min(text.length(), type.max())));
        }
        return CANDIDATES.stream().filter(each -> fits(type, each)).findFirst();
    }

    private static boolean fits(TextType type, String text) {
        int length = text.codePointCount(0, text.length());
        return length >= type.min()
                && length <= type.max()
                && (type.pattern().isEmpty() || Pattern.matches(type.pattern(), text));
    }

    /** The value as it goes over the wire; empty where it is none of the type. */
    static Optional<JsonNode> fitted(ValueType type, JsonNode value) {
        if (type instanceof TextType text) {
            return value.isTextual() && fits(text, value.textValue()) ? Optional.of(value) : Optional.empty();
        }
        if (type instanceof IntegerType integer && integer.bits() == 32) {
            return value.isInt() && value.intValue() >= integer.min() && value.intValue() <= integer.max()
                    ? Optional.of(value)
                    : Optional.empty();
        }
        if (type instanceof IntegerType || type instanceof DecimalType) {
            return value.isNumber() || value.isTextual()
                    ? Optional.of(TextNode.valueOf(value.asText()))
                    : Optional.empty();
        }
        if (type instanceof EnumType enumeration) {
            boolean known = enumeration.constants().stream()
                    .anyMatch(constant -> constant.name().equals(value.textValue()));
            return known ? Optional.of(value) : Optional.empty();
        }
        if (type instanceof ValueType.BooleanType) {
            return value.isBoolean() ? Optional.of(value) : Optional.empty();
        }
        boolean object = type instanceof ValueType.MoneyType || type instanceof ValueType.AttachmentType;
        return value.isObject() == object && (object || value.isTextual()) ? Optional.of(value) : Optional.empty();
    }
}
