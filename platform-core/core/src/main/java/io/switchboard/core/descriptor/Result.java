package io.switchboard.core.descriptor;

/** What an operation gives back. Immutable. */
public sealed interface Result {
    /** Nothing. */
    record None() implements Result {}

    /**
     * One record.
     *
     * @param type the record
     */
    record One(ValueType.RecordType type) implements Result {}

    /**
     * One part of a listing; on the wire an object of {@code items}, {@code next} and {@code total}.
     *
     * @param row the rows' type
     */
    record Paged(ValueType.RecordType row) implements Result {}
}
