package io.switchboard.tryton;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The state in which a record was read. Given with a write, Tryton writes only where the record is in that state still, and tells that
 * from a change within one transaction: of several that write at once, one succeeds. Immutable.
 *
 * @param model the record's model
 * @param id the record's id
 * @param value its field {@value #FIELD}
 */
public record Stamp(String model, long id, String value) {
    /** The field to read it from. */
    public static final String FIELD = "_timestamp";

    /** Refuses nulls. */
    public Stamp {
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(value, "value");
    }

    /** The state of a record that was read with the field {@value #FIELD}. */
    public static Stamp of(String model, Row row) {
        return new Stamp(model, row.id(), row.text(FIELD).orElse(""));
    }

    static List<Long> ids(List<Stamp> records) {
        return records.stream().map(Stamp::id).toList();
    }

    /** What is to be said along with a call for Tryton to compare. */
    static Map<String, Object> context(List<Stamp> records) {
        Map<String, Object> values = new LinkedHashMap<>();
        records.forEach(each -> values.put(each.model() + "," + each.id(), each.value()));
        return Map.of(FIELD, values);
    }
}
