package io.switchboard.rest.internal.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.switchboard.connector.DataClass;
import io.switchboard.core.descriptor.ConnectorDescriptor;
import io.switchboard.core.descriptor.Member;
import io.switchboard.core.descriptor.OperationDescriptor;
import io.switchboard.core.descriptor.Result;
import io.switchboard.core.descriptor.ValueType;
import io.switchboard.core.descriptor.ValueType.ListType;
import io.switchboard.core.descriptor.ValueType.MapType;
import io.switchboard.core.descriptor.ValueType.RecordType;
import io.switchboard.core.descriptor.ValueType.TextType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Makes the schemas of one connector's types. Records and enums are components, under the names that the connector gives them. */
final class Schemas {
    private static final String SECTION = "schemas";

    private final Components components;
    private final String connectorId;
    private final String connector;
    private final Set<String> resultNames = new HashSet<>();

    Schemas(Components components, ConnectorDescriptor connector) {
        this.components = components;
        this.connectorId = connector.id();
        this.connector = connector.name();
        for (OperationDescriptor operation : connector.operations()) {
            if (operation.result() instanceof Result.One one) {
                collect(one.type());
            } else if (operation.result() instanceof Result.Paged paged) {
                collect(paged.row());
            }
        }
    }

    private void collect(ValueType type) {
        if (type instanceof RecordType record) {
            resultNames.add(record.schemaName());
            record.members().forEach(member -> collect(member.type()));
        } else if (type instanceof ListType list) {
            collect(list.element());
        } else if (type instanceof MapType map) {
            collect(map.value());
        }
    }

    /** What goes into a body: the input without the members that stand in the path. */
    ObjectNode body(RecordType input, List<Member> members) {
        String suffix = members.size() == input.members().size() ? "" : "Body";
        RecordType body = new RecordType(input.schemaName() + suffix, input.description(), members);
        return of(body, Side.INPUT, true);
    }

    /** What an operation gives; it must give something. */
    ObjectNode result(Result result) {
        if (result instanceof Result.Paged paged) {
            return page(paged.row());
        }
        return of(((Result.One) result).type(), Side.RESULT, false);
    }

    private ObjectNode page(RecordType row) {
        ObjectNode page = Nodes.object().put("type", "object");
        page.put("description", "One part of a listing.").put("x-description-zh", "列表的一部分。");
        page.putArray("required").add("items");
        ObjectNode properties = page.putObject("properties");
        properties.set("items", list(of(row, Side.RESULT, false)));
        properties.set(
                "next",
                ScalarSchemas.string()
                        .put("description", "The `cursor` of the next page; absent on the last one.")
                        .put("x-description-zh", "下一页的 `cursor`；最后一页没有。"));
        properties.set(
                "total",
                Nodes.object()
                        .put("type", "integer")
                        .put("format", "int64")
                        .put("minimum", 0)
                        .put("description", "How many rows there are in all, where that is known.")
                        .put("x-description-zh", "总行数（已知时）。"));
        return components.put(SECTION, key(row.schemaName()) + "Page", page);
    }

    /** The schema of a type; with the bounds of texts or without them. */
    ObjectNode of(ValueType type, Side side, boolean bounded) {
        if (type instanceof RecordType record) {
            return record(record, side);
        }
        if (type instanceof ListType list) {
            ObjectNode schema = list(of(list.element(), side, bounded));
            return counted(schema, side, "Items", list.min(), list.max());
        }
        if (type instanceof MapType map) {
            ObjectNode schema = Nodes.object().put("type", "object").put("x-xml-entry", "entry");
            schema.set("additionalProperties", of(map.value(), side, bounded));
            return counted(schema, side, "Properties", map.min(), map.max());
        }
        if (type instanceof ValueType.EnumType enumeration) {
            return components.put(SECTION, key(enumeration.schemaName()), ScalarSchemas.enumeration(enumeration));
        }
        return scalar(type, bounded);
    }

    private ObjectNode scalar(ValueType type, boolean bounded) {
        if (type instanceof TextType text) {
            return ScalarSchemas.text(text, bounded);
        }
        if (type instanceof ValueType.IntegerType integer) {
            return ScalarSchemas.integer(integer);
        }
        if (type instanceof ValueType.DecimalType decimal) {
            return ScalarSchemas.decimal(decimal);
        }
        if (type instanceof ValueType.BooleanType) {
            return Nodes.object().put("type", "boolean");
        }
        if (type instanceof ValueType.MoneyType) {
            return components.put(SECTION, "Money", ScalarSchemas.money());
        }
        if (type instanceof ValueType.AttachmentType) {
            return components.put(SECTION, "Attachment", ScalarSchemas.attachment());
        }
        return ScalarSchemas.formatted(format(type));
    }

    private static String format(ValueType type) {
        if (type instanceof ValueType.DateType) {
            return "date";
        }
        if (type instanceof ValueType.InstantType) {
            return "date-time";
        }
        return type instanceof ValueType.DurationType ? "duration" : "uri";
    }

    private static ObjectNode list(ObjectNode element) {
        ObjectNode schema = Nodes.object().put("type", "array");
        schema.putObject("xml").put("wrapped", true);
        ObjectNode items = element.deepCopy();
        items.putObject("xml").put("name", "item");
        schema.set("items", items);
        return schema;
    }

    /** Bounds are promised of what goes in; what comes out is a backend's, and only its shape is held to what is declared. */
    private static ObjectNode counted(ObjectNode schema, Side side, String what, int min, int max) {
        if (side == Side.RESULT) {
            return schema;
        }
        if (min > 0) {
            schema.put("min" + what, min);
        }
        if (max < Integer.MAX_VALUE) {
            schema.put("max" + what, max);
        }
        return schema;
    }

    private ObjectNode record(RecordType record, Side side) {
        ObjectNode schema = Nodes.object().put("type", "object");
        Nodes.describe(schema, record.description());
        List<String> required = new ArrayList<>();
        ObjectNode properties = Nodes.object();
        for (Member member : record.members()) {
            properties.set(member.name(), member(member, side));
            if (isRequired(member, side)) {
                required.add(member.name());
            }
        }
        if (!required.isEmpty()) {
            required.forEach(schema.putArray("required")::add);
        }
        schema.set("properties", properties);
        if (side == Side.INPUT) {
            schema.put("additionalProperties", false);
        }
        String name = key(record.schemaName());
        boolean both = side == Side.INPUT && resultNames.contains(record.schemaName());
        return components.put(SECTION, both ? name + "Input" : name, schema);
    }

    /** Whether it must be there: a bound token stands for the customer, and masking leaves out what it hides. */
    static boolean isRequired(Member member, Side side) {
        return !member.optional()
                && !member.customerId()
                && (side == Side.INPUT || member.sensitive().isEmpty());
    }

    /** The schema of a member, with what is said of it. */
    ObjectNode member(Member member, Side side) {
        boolean bounded = side == Side.INPUT && member.sensitive().isEmpty();
        ObjectNode schema = of(member.type(), side, bounded);
        Nodes.describe(schema, member.description());
        Samples.given(member).ifPresent(example -> schema.putArray("examples").add(example));
        member.sensitive().ifPresent(dataClass -> schema.put("x-sensitive", dataClass.name()));
        if (side == Side.INPUT && takesHandles(member)) {
            schema.put("x-handle", true);
        }
        if (member.untrusted()) {
            schema.put("x-untrusted", true);
        }
        return schema;
    }

    /** Whether a handle may stand for the value, or for a part of it. */
    private static boolean takesHandles(Member member) {
        return member.type() instanceof TextType
                && member.sensitive()
                        .filter(each -> each != DataClass.CREDENTIAL)
                        .isPresent();
    }

    /** A component's name: the connector's, with its version, and the schema's own. */
    private String key(String schemaName) {
        String own = schemaName;
        for (String prefix : List.of(connector + ".", connectorId + ".")) {
            if (own.startsWith(prefix)) {
                own = own.substring(prefix.length());
                break;
            }
        }
        StringBuilder key = new StringBuilder(connector).append('.');
        for (int i = 0; i < own.length(); i++) {
            char c = own.charAt(i);
            boolean allowed = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.';
            key.append(allowed ? c : '_');
        }
        return key.toString();
    }
}
