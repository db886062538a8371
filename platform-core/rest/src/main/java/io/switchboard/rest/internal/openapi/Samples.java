package io.switchboard.rest.internal.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.switchboard.core.descriptor.Member;
import io.switchboard.core.descriptor.Result;
import io.switchboard.core.descriptor.ValueType;
import io.switchboard.core.descriptor.ValueType.ListType;
import io.switchboard.core.descriptor.ValueType.MapType;
import io.switchboard.core.descriptor.ValueType.RecordType;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes examples: of those that connectors give, and where they give none, of the types. What is made satisfies the schema. */
public final class Samples {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_ENTRIES = 20;

    private Samples() {}

    /** The example that a connector gives, if it gives one that fits. */
    static Optional<JsonNode> given(Member member) {
        if (member.example().isEmpty()) {
            return Optional.empty();
        }
        try {
            return fitted(member.type(), JSON.readTree(member.example()));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** A record of these members; empty where one that is required has no example. */
    public static Optional<JsonNode> of(List<Member> members) {
        ObjectNode sample = Nodes.object();
        for (Member member : members) {
            Optional<JsonNode> value = given(member).or(() -> of(member.type()));
            if (value.isPresent()) {
                sample.set(member.name(), value.get());
            } else if (!member.optional()) {
                return Optional.empty();
            }
        }
        return Optional.of(sample);
    }

    /** An answer; empty where there is none to be made. */
    public static Optional<JsonNode> of(Result result) {
        if (result instanceof Result.One one) {
            return of(one.type().members());
        }
        if (result instanceof Result.Paged paged) {
            return of(paged.row().members()).map(row -> {
                ObjectNode page = Nodes.object();
                page.putArray("items").add(row);
                return page;
            });
        }
        return Optional.empty();
    }

    private static Optional<JsonNode> of(ValueType type) {
        if (type instanceof RecordType record) {
            return of(record.members());
        }
        if (type instanceof ListType list) {
            return list(list);
        }
        if (type instanceof MapType map) {
            return map(map);
        }
        return ScalarSamples.of(type);
    }

    private static Optional<JsonNode> list(ListType type) {
        int size = Math.max(type.min(), Math.min(1, type.max()));
        Optional<JsonNode> element = of(type.element());
        if (element.isEmpty() || size > MOST_ENTRIES) {
            return type.min() == 0 ? Optional.of(Nodes.JSON.arrayNode()) : Optional.empty();
        }
        ArrayNode list = Nodes.JSON.arrayNode();
        for (int i = 0; i < size; i++) {
            list.add(element.get());
        }
        return Optional.of(list);
    }

    private static Optional<JsonNode> map(MapType type) {
        int size = Math.max(type.min(), Math.min(1, type.max()));
        Optional<JsonNode> value = of(type.value());
        if (value.isEmpty() || size > MOST_ENTRIES) {
            return type.min() == 0 ? Optional.of(Nodes.object()) : Optional.empty();
        }
        ObjectNode map = Nodes.object();
        for (int i = 1; i <= size; i++) {
            map.set("key" + i, value.get());
        }
        return Optional.of(map);
    }

    /** The value as it goes over the wire; empty where it is none of the type. */
    private static Optional<JsonNode> fitted(ValueType type, JsonNode value) {
        if (type instanceof RecordType record) {
            return fittedRecord(record, value);
        }
        if (type instanceof ListType list) {
            ArrayNode fitted = Nodes.JSON.arrayNode();
            value.forEach(each -> fitted(list.element(), each).ifPresent(fitted::add));
            boolean fits = value.isArray()
                    && fitted.size() == value.size()
                    && value.size() >= list.min()
                    && value.size() <= list.max();
            return fits ? Optional.of(fitted) : Optional.empty();
        }
        if (type instanceof MapType map) {
            ObjectNode fitted = Nodes.object();
            for (Map.Entry<String, JsonNode> each : value.properties()) {
                fitted(map.value(), each.getValue()).ifPresent(entry -> fitted.set(each.getKey(), entry));
            }
            boolean fits = value.isObject()
                    && fitted.size() == value.size()
                    && value.size() >= map.min()
                    && value.size() <= map.max();
            return fits ? Optional.of(fitted) : Optional.empty();
        }
        return ScalarSamples.fitted(type, value);
    }

    private static Optional<JsonNode> fittedRecord(RecordType type, JsonNode value) {
        ObjectNode fitted = Nodes.object();
        for (Member member : type.members()) {
            JsonNode each = value.get(member.name());
            if (each != null) {
                fitted(member.type(), each).ifPresent(part -> fitted.set(member.name(), part));
            }
            if (!fitted.has(member.name()) && (each != null || !member.optional())) {
                return Optional.empty();
            }
        }
        return value.isObject() && fitted.size() == value.size() ? Optional.of(fitted) : Optional.empty();
    }
}
