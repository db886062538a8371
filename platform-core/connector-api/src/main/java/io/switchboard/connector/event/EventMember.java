package io.switchboard.connector.event;

import io.switchboard.connector.DataClass;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One thing that an event says. Immutable.
 *
 * @param name as callers read it: {@code [a-z][A-Za-z0-9]*}, at most 60 characters
 * @param kind what stands in the text
 * @param text the value, as it stands on the wire
 * @param sensitive what kind of personal data it is; empty where it is none
 * @param untrusted whether a customer wrote it
 */
public record EventMember(String name, Kind kind, String text, Optional<DataClass> sensitive, boolean untrusted) {
    private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9]{0,59}");

    /** What a value is. */
    public enum Kind {
        /** Text; also times, decimals and names of constants, as everywhere in the hub. */
        TEXT,
        /** A whole number of 32 bits. */
        NUMBER,
        /** {@code true} or {@code false}. */
        BOOLEAN
    }

    /** Refuses nulls and names that no caller could read. */
    public EventMember {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not a name: " + name);
        }
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(sensitive, "sensitive");
    }

    /** Its name alone: the value may be personal data. */
    @Override
    public String toString() {
        return name;
    }
}
