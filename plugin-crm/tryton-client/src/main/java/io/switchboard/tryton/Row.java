package io.switchboard.tryton;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ErrorCode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One record of a model, with the fields that were asked for. Immutable. A field that is not there, or of another kind, fails with
 * {@link ErrorCode#BACKEND_FAILED}: then the other side is not what it was set up to be. Its {@code toString()} tells no values.
 */
public final class Row {
    private final JsonNode fields;

    Row(JsonNode fields) {
        this.fields = fields;
    }

    static List<Row> rows(JsonNode list) {
        if (!list.isArray()) {
            throw failed("rows", null);
        }
        List<Row> rows = new ArrayList<>(list.size());
        for (JsonNode each : list) {
            rows.add(new Row(each));
        }
        return rows;
    }

    /** The number of the record within its model. */
    public long id() {
        return number("id").orElseThrow(() -> failed("id", null));
    }

    /** A text; empty where the field is null or blank. */
    public Optional<String> text(String name) {
        return value(name, node -> {
                    if (!node.isTextual()) {
                        throw new IllegalArgumentException("no text");
                    }
                    return node.textValue();
                })
                .filter(text -> !text.isBlank());
    }

    /** A whole number, or the id of the record that the field refers to; empty where the field is null. */
    public Optional<Long> number(String name) {
        return value(name, node -> {
            if (!node.canConvertToLong()) {
                throw new IllegalArgumentException("no number");
            }
            return node.longValue();
        });
    }

    /** A quantity, which Tryton keeps as a floating number; empty where the field is null. */
    public Optional<BigDecimal> quantity(String name) {
        return value(name, node -> {
            if (!node.isNumber()) {
                throw new IllegalArgumentException("no number");
            }
            return node.decimalValue();
        });
    }

    /** The ids of the records that a field lists. */
    public List<Long> ids(String name) {
        return value(name, node -> {
                    List<Long> ids = new ArrayList<>(node.size());
                    node.forEach(each -> ids.add(each.longValue()));
                    return List.copyOf(ids);
                })
                .orElse(List.of());
    }

    /** Whether a field is set. */
    public boolean flag(String name) {
        return value(name, JsonNode::asBoolean).orElse(false);
    }

    /** A decimal; empty where the field is null. */
    public Optional<BigDecimal> decimal(String name) {
        return value(name, TaggedValues::decimal);
    }

    /** A date; empty where the field is null. */
    public Optional<LocalDate> date(String name) {
        return value(name, TaggedValues::date);
    }

    /** A date and time; empty where the field is null. */
    public Optional<Instant> instant(String name) {
        return value(name, TaggedValues::instant);
    }

    /** The record that a field refers to, with the fields asked for as {@code name.field}; empty where the field is null. */
    public Optional<Row> row(String name) {
        return value(name + ".", Row::new);
    }

    /** The records that a field lists, with the fields asked for as {@code name.field}. */
    public List<Row> rows(String name) {
        return value(name + ".", Row::rows).orElse(List.of());
    }

    private <T> Optional<T> value(String name, Function<JsonNode, T> read) {
        JsonNode node = fields.get(name);
        if (node == null) {
            throw failed(name, null);
        }
        if (node.isNull()) {
            return Optional.empty();
        }
        try {
            return Optional.of(read.apply(node));
        } catch (IllegalArgumentException e) {
            throw failed(name, e);
        }
    }

    private static ConnectorException failed(String name, @Nullable Exception cause) {
        return ConnectorException.of(ErrorCode.BACKEND_FAILED)
                .causedBy(new TrytonFault(TrytonFault.Kind.FORM, "unexpected " + name, cause));
    }

    @Override
    public String toString() {
        return "Row[" + fields.path("id").asText() + "]";
    }
}
