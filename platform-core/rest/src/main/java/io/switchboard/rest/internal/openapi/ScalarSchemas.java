package io.switchboard.rest.internal.openapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.switchboard.core.descriptor.ValueType;
import io.switchboard.core.descriptor.ValueType.DecimalType;
import io.switchboard.core.descriptor.ValueType.EnumType;
import io.switchboard.core.descriptor.ValueType.IntegerType;
import io.switchboard.core.descriptor.ValueType.TextType;

/** Schemas of the types that are one value on the wire. */
final class ScalarSchemas {
    private ScalarSchemas() {}

    /** A text; without its bounds where what stands there may be a stand-in or a part of it. */
    static ObjectNode text(TextType type, boolean bounded) {
        ObjectNode schema = string();
        if (bounded) {
            if (type.min() > 0) {
                schema.put("minLength", type.min());
            }
            if (type.max() < Integer.MAX_VALUE) {
                schema.put("maxLength", type.max());
            }
            if (!type.pattern().isEmpty()) {
                schema.put("pattern", "^(?:" + type.pattern() + ")$");
            }
        }
        return schema;
    }

    static ObjectNode integer(IntegerType type) {
        if (type.bits() == 32) {
            ObjectNode schema = Nodes.object().put("type", "integer").put("format", "int32");
            if (type.min() > Integer.MIN_VALUE) {
                schema.put("minimum", type.min());
            }
            if (type.max() < Integer.MAX_VALUE) {
                schema.put("maximum", type.max());
            }
            return schema;
        }
        return bounds(string().put("pattern", "^-?[0-9]{1,19}$").put("x-format", "int64"), type.min(), type.max());
    }

    static ObjectNode decimal(DecimalType type) {
        ObjectNode schema =
                string().put("pattern", "^-?[0-9]{1,40}(\\.[0-9]{1,40})?$").put("x-format", "decimal");
        return bounds(schema, type.min(), type.max());
    }

    /** Bounds of a number that is a string: JSON Schema has no words for them. */
    private static ObjectNode bounds(ObjectNode schema, long min, long max) {
        if (min > Long.MIN_VALUE) {
            schema.put("x-minimum", min);
        }
        if (max < Long.MAX_VALUE) {
            schema.put("x-maximum", max);
        }
        return schema;
    }

    static ObjectNode money() {
        ObjectNode schema = Nodes.object().put("type", "object");
        schema.put("description", "An amount in a currency.").put("x-description-zh", "带币种的金额。");
        schema.putArray("required").add("amount").add("currency");
        ObjectNode properties = schema.putObject("properties");
        properties.set(
                "amount",
                string().put("pattern", "^-?[0-9]{1,18}(\\.[0-9]{1,6})?$").put("x-format", "decimal"));
        properties.set("currency", string().put("pattern", "^[A-Z]{3}$").put("description", "The ISO 4217 code."));
        return schema;
    }

    static ObjectNode attachment() {
        ObjectNode schema = Nodes.object().put("type", "object");
        schema.put("description", "A reference to a file.").put("x-description-zh", "文件引用。");
        schema.putArray("required")
                .add("id")
                .add("name")
                .add("mediaType")
                .add("size")
                .add("sha256");
        ObjectNode properties = schema.putObject("properties");
        properties.set("id", string().put("minLength", 1).put("maxLength", 100));
        properties.set("name", string().put("minLength", 1).put("maxLength", 255));
        properties.set("mediaType", string().put("minLength", 3).put("maxLength", 127));
        properties.set("size", string().put("pattern", "^[0-9]{1,19}$").put("x-format", "int64"));
        properties.set("sha256", string().put("pattern", "^[0-9a-f]{64}$"));
        return schema;
    }

    static ObjectNode enumeration(EnumType type) {
        ObjectNode schema = string();
        ArrayNode names = schema.putArray("enum");
        ArrayNode descriptions = Nodes.JSON.arrayNode();
        boolean described = false;
        for (ValueType.Constant constant : type.constants()) {
            names.add(constant.name());
            descriptions.add(constant.description().en());
            described |= !constant.description().isEmpty();
        }
        if (described) {
            schema.set("x-enum-descriptions", descriptions);
        }
        return schema;
    }

    static ObjectNode formatted(String format) {
        return string().put("format", format);
    }

    static ObjectNode string() {
        return Nodes.object().put("type", "string");
    }
}
