package io.switchboard.core.value;

import java.math.BigDecimal;

/**
 * Where a value is written to, whatever the format: JSON, XML, and what comes. Calls nest as the value does. Not safe for use from
 * several threads. Writes to memory, of which there is an end: each method throws {@link ValueTooLargeException} where the whole grows
 * beyond what the transport takes for one answer. What was written by then is of no use.
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

    /**
     * Writes a whole number. It stands on the wire as a number: for 32 bits, and for counts, which stay below the 53 bits that every
     * caller can hold. Other 64-bit numbers are {@link #text(String)}.
     */
    void number(long value);

    /** Writes a truth value. */
    void bool(boolean value);

    /** Writes a decimal, which is a string on the wire. */
    default void decimal(BigDecimal value) {
        text(value.toPlainString());
    }
}
