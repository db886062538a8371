package io.switchboard.core.internal.bind;

import io.switchboard.core.value.ValueOutput;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes records by prepared accessors. Immutable. */
final class RecordWriter implements ValueWriter {
    private final String type;
    private final List<Part> parts;

    RecordWriter(String type, List<Part> parts) {
        this.type = type;
        this.parts = List.copyOf(parts);
    }

    /**
     * One member; those that are hidden have none.
     *
     * @param name the member's name
     * @param optional whether its value is an {@code Optional}
     * @param getter reads it
     * @param writer writes it
     */
    record Part(String name, boolean optional, Accessors.Getter getter, ValueWriter writer) {}

    @Override
    public void write(Object value, ValueOutput out) throws IllegalResultException {
        out.startRecord();
        for (Part part : parts) {
            Object member = part.getter().get(value);
            Object present = part.optional() && member != null ? ((Optional<?>) member).orElse(null) : member;
            if (present != null) {
                out.name(part.name());
                part.writer().write(present, out);
            } else if (member == null) {
                throw missing(part);
            }
        }
        out.endRecord();
    }

    private IllegalResultException missing(Part part) {
        return new IllegalResultException(type + "." + part.name() + " is null");
    }

    /** Refuses nulls where writing would meet them; for lists and maps. */
    static Object present(@Nullable Object value, String what) throws IllegalResultException {
        if (value == null) {
            throw new IllegalResultException("null in a " + what);
        }
        return value;
    }
}
