package io.switchboard.core.contract;

import io.switchboard.core.descriptor.ValueType;
import io.switchboard.core.descriptor.ValueType.DecimalType;
import io.switchboard.core.descriptor.ValueType.EnumType;
import io.switchboard.core.descriptor.ValueType.IntegerType;
import io.switchboard.core.descriptor.ValueType.ListType;
import io.switchboard.core.descriptor.ValueType.MapType;
import io.switchboard.core.descriptor.ValueType.RecordType;
import io.switchboard.core.descriptor.ValueType.TextType;

/** A type in a few words, such as {@code list 0..10 of text 1..40}; what is within records and enums stands on lines below. */
final class TypeWords {
    private TypeWords() {}

    static String of(ValueType type) {
        if (type instanceof TextType text) {
            return "text" + bounds(text.min(), text.max());
        }
        if (type instanceof IntegerType integer) {
            String word = integer.bits() == 32 ? "int32" : "int64";
            return word + range(integer.min(), integer.max(), least(integer.bits()), most(integer.bits()));
        }
        if (type instanceof DecimalType decimal) {
            return "decimal" + range(decimal.min(), decimal.max(), Long.MIN_VALUE, Long.MAX_VALUE);
        }
        if (type instanceof ListType list) {
            return "list" + bounds(list.min(), list.max()) + " of " + of(list.element());
        }
        if (type instanceof MapType map) {
            return "map" + bounds(map.min(), map.max()) + " of " + of(map.value());
        }
        return word(type);
    }

    /** The type without its bounds. */
    static String word(ValueType type) {
        if (type instanceof TextType) {
            return "text";
        }
        if (type instanceof IntegerType integer) {
            return integer.bits() == 32 ? "int32" : "int64";
        }
        if (type instanceof RecordType) {
            return "record";
        }
        if (type instanceof EnumType) {
            return "enum";
        }
        if (type instanceof ListType) {
            return "list";
        }
        if (type instanceof MapType) {
            return "map";
        }
        String name = type.getClass().getSimpleName();
        return Character.toLowerCase(name.charAt(0)) + name.substring(1, name.length() - "Type".length());
    }

    static long least(int bits) {
        return bits == 32 ? Integer.MIN_VALUE : Long.MIN_VALUE;
    }

    static long most(int bits) {
        return bits == 32 ? Integer.MAX_VALUE : Long.MAX_VALUE;
    }

    private static String bounds(int min, int max) {
        return " " + min + ".." + (max == Integer.MAX_VALUE ? "*" : max);
    }

    private static String range(long min, long max, long least, long most) {
        return min == least && max == most ? "" : " " + (min == least ? "*" : min) + ".." + (max == most ? "*" : max);
    }
}
