package io.switchboard.tryton;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tryton's JSON, in which decimals, dates and times are objects that name their class. Only trees: nothing of a bundle is cached. */
final class TaggedValues {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int DEPTH = 100;
    private static final int NANOS_PER_MICRO = 1000;
    private static final ObjectMapper MAPPER = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEPTH).build())
            .build());

    private TaggedValues() {}

    static JsonNode parse(byte[] json) throws IOException {
        return MAPPER.readTree(json);
    }

    static byte[] bytes(JsonNode json) {
        // A tree is written as its text; nothing of it can fail.
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Texts, numbers, booleans, decimals, dates, instants, nulls, and lists and maps of such. */
    static JsonNode encode(@Nullable Object value) {
        if (value == null) {
            return NODES.nullNode();
        }
        if (value instanceof JsonNode node) {
            return node;
        }
        if (value instanceof String text) {
            return NODES.textNode(text);
        }
        if (value instanceof Boolean flag) {
            return NODES.booleanNode(flag);
        }
        if (value instanceof Integer || value instanceof Long) {
            return NODES.numberNode(((Number) value).longValue());
        }
        if (value instanceof Double number) {
            return NODES.numberNode(number);
        }
        if (value instanceof BigDecimal decimal) {
            return tagged("Decimal").put("decimal", decimal.toPlainString());
        }
        if (value instanceof LocalDate date) {
            return put(tagged("date"), date);
        }
        if (value instanceof Instant instant) {
            return dateTime(instant.atOffset(ZoneOffset.UTC).toLocalDateTime());
        }
        if (value instanceof Collection<?> list) {
            ArrayNode array = NODES.arrayNode(list.size());
            list.forEach(each -> array.add(encode(each)));
            return array;
        }
        if (value instanceof Map<?, ?> map) {
            ObjectNode object = NODES.objectNode();
            map.forEach((name, each) -> object.set(String.valueOf(name), encode(each)));
            return object;
        }
        throw new IllegalArgumentException("Tryton has no " + value.getClass().getName());
    }

    private static JsonNode dateTime(LocalDateTime time) {
        return put(tagged("datetime"), time.toLocalDate())
                .put("hour", time.getHour())
                .put("minute", time.getMinute())
                .put("second", time.getSecond())
                .put("microsecond", time.getNano() / NANOS_PER_MICRO);
    }

    private static ObjectNode put(ObjectNode object, LocalDate date) {
        return object.put("year", date.getYear())
                .put("month", date.getMonthValue())
                .put("day", date.getDayOfMonth());
    }

    private static ObjectNode tagged(String name) {
        return NODES.objectNode().put("__class__", name);
    }

    /**
     * A decimal.
     *
     * @throws IllegalArgumentException where it is none
     */
    static BigDecimal decimal(JsonNode node) {
        return new BigDecimal(require(node, "Decimal").path("decimal").asText());
    }

    /**
     * A date.
     *
     * @throws IllegalArgumentException where it is none
     */
    static LocalDate date(JsonNode node) {
        return day(require(node, "date"));
    }

    /**
     * A date and time; Tryton keeps them in UTC.
     *
     * @throws IllegalArgumentException where it is none
     */
    static Instant instant(JsonNode node) {
        require(node, "datetime");
        try {
            return day(node)
                    .atTime(
                            node.path("hour").asInt(),
                            node.path("minute").asInt(),
                            node.path("second").asInt(),
                            node.path("microsecond").asInt() * NANOS_PER_MICRO)
                    .toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static LocalDate day(JsonNode node) {
        try {
            return LocalDate.of(
                    node.path("year").asInt(),
                    node.path("month").asInt(),
                    node.path("day").asInt());
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static JsonNode require(JsonNode node, String name) {
        if (!node.path("__class__").asText().equals(name)) {
            throw new IllegalArgumentException("no " + name);
        }
        return node;
    }
}
