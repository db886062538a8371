package io.switchboard.core.value;

import java.math.BigDecimal;

/**
 * Where a value is written to, whatever the format: JSON, XML, and what comes. Calls nest as the value does. Not safe for use from
 * several threads. Writes to memory; so nothing is thrown but for a value beyond the format's bounds.
 */
public interface ValueOutput {
    /** Begins a record. */
    void startRecord();

    /** Ends the record. */
    void endRecord();

    /** Names what is written next, within a record. */
    void name(String name);

    /** Begins a list. */
    void startList();

    /** Ends the list. */
    void endList();

    /** Begins a map. */
    void startMap();

    /** Names the entry that is written next, within a map. */
    void key(String key);

    /** Ends the map. */
    void endMap();

    /** Writes a text, and all that is a string on the wire. */
    void text(String value);

    /** Writes a whole number of at most 32 bits. */
    void number(int value);

    /** Writes a truth value. */
    void bool(boolean value);

    /** Writes a decimal or a 64-bit number, which are strings on the wire. */
    default void decimal(BigDecimal value) {
        text(value.toPlainString());
    }
}
