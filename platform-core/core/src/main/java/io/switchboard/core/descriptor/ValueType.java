package io.switchboard.core.descriptor;

import java.util.List;

/** The closed table of types. Immutable; equal when they describe the same. */
public sealed interface ValueType {
    /**
     * A text.
     *
     * @param min the fewest code points
     * @param max the most code points
     * @param pattern the regular expression the whole must match; empty: none
     */
    record TextType(int min, int max, String pattern) implements ValueType {}

    /** True or false. */
    record BooleanType() implements ValueType {}

    /**
     * A whole number. 32 bits are a JSON number, 64 bits a JSON string.
     *
     * @param bits 32 or 64
     * @param min the least
     * @param max the greatest
     */
    record IntegerType(int bits, long min, long max) implements ValueType {}

    /**
     * A decimal number; a JSON string.
     *
     * @param min the least whole number it may be
     * @param max the greatest whole number it may be
     */
    record DecimalType(long min, long max) implements ValueType {}

    /** An amount in a currency; an object of two strings, {@code amount} and {@code currency}. */
    record MoneyType() implements ValueType {}

    /**
     * One of a closed list of names.
     *
     * @param schemaName the name in schemas
     * @param constants the names, in their order
     */
    record EnumType(String schemaName, List<Constant> constants) implements ValueType {
        /** Copies the constants. */
        public EnumType {
            constants = List.copyOf(constants);
        }
    }

    /**
     * One name of an enum.
     *
     * @param name the name on the wire
     * @param description what it stands for; may be empty
     */
    record Constant(String name, Text description) {}

    /** A day, {@code 2026-01-31}. */
    record DateType() implements ValueType {}

    /** A point in time, in UTC, {@code 2026-01-31T12:00:00Z}. */
    record InstantType() implements ValueType {}

    /** A length of time, as ISO 8601 has it: {@code PT4H}. */
    record DurationType() implements ValueType {}

    /** An absolute URI. */
    record UriType() implements ValueType {}

    /** A reference to a file. */
    record AttachmentType() implements ValueType {}

    /**
     * A record.
     *
     * @param schemaName the name in schemas
     * @param description what it is; may be empty
     * @param members in their order
     */
    record RecordType(String schemaName, Text description, List<Member> members) implements ValueType {
        /** Copies the members. */
        public RecordType {
            members = List.copyOf(members);
        }
    }

    /**
     * A list.
     *
     * @param element the type of the entries
     * @param min the fewest entries
     * @param max the most entries
     */
    record ListType(ValueType element, int min, int max) implements ValueType {}

    /**
     * A map from text.
     *
     * @param value the type of the values
     * @param min the fewest entries
     * @param max the most entries
     */
    record MapType(ValueType value, int min, int max) implements ValueType {}
}
