package io.switchboard.core.internal.reader;

import java.util.Set;

/**
 * What a record is read for. Immutable.
 *
 * @param side which way it goes
 * @param operation the place of the operation's method
 * @param keys names of the members at the top that name one thing among many, as those in a path do
 */
record Use(Side side, String operation, Set<String> keys) {
    /** Copies the names. */
    Use {
        keys = Set.copyOf(keys);
    }

    static Use input(String operation, Set<String> keys) {
        return new Use(Side.INPUT, operation, keys);
    }

    static Use result(String operation) {
        return new Use(Side.RESULT, operation, Set.of());
    }

    /** For those who have to find where a record is used that they wrote for something else. */
    String words() {
        return (side == Side.INPUT ? "the input of " : "the result of ") + operation;
    }
}
