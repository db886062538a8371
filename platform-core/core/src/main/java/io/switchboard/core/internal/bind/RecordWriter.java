package io.switchboard.core.internal.bind;

import io.switchboard.core.internal.mask.StandIns;
import io.switchboard.core.value.ValueOutput;
import java.util.ConcurrentModificationException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes records by prepared accessors. Immutable. */
final class RecordWriter implements ValueWriter {
    private final String name;
    private final Class<?> type;
    private final List<Part> parts;

    RecordWriter(String name, Class<?> type, List<Part> parts) {
        this.name = name;
        this.type = type;
        this.parts = List.copyOf(parts);
    }

    /**
     * One member; those that are hidden have none.
     *
     * @param name the member's name
     * @param optional whether its value is an {@code Optional}
     * @param getter reads it
     * @param standsIn what stands in its place; empty: the value itself
     * @param writer writes it, or what stands in its place
     */
    record Part(
            String name, boolean optional, Accessors.Getter getter, Optional<StandIn> standsIn, ValueWriter writer) {}

    /** Gives what leaves in the place of a value; null: nothing does. */
    @FunctionalInterface
    interface StandIn {
        @Nullable
        Object of(Object value, StandIns standIns);
    }

    @Override
    public void write(Object value, ValueOutput out, StandIns standIns) throws IllegalResultException {
        if (!type.isInstance(value)) {
            throw new IllegalResultException("a " + value.getClass().getName() + " stands where a " + type.getName()
                    + " is declared; look for an unchecked cast");
        }
        out.startRecord();
        for (Part part : parts) {
            Object member = part.getter().get(value);
            Object present = part.optional() && member != null ? ((Optional<?>) member).orElse(null) : member;
            if (present != null) {
                write(part, present, out, standIns);
            } else if (member == null) {
                throw missing(part);
            }
        }
        out.endRecord();
    }

    private void write(Part part, Object value, ValueOutput out, StandIns standIns) throws IllegalResultException {
        try {
            Object shown =
                    part.standsIn().isEmpty() ? value : part.standsIn().get().of(value, standIns);
            if (shown != null) {
                out.name(part.name());
                part.writer().write(shown, out, standIns);
            }
        } catch (ClassCastException e) {
            throw new IllegalResultException(name + "." + part.name()
                    + " holds a value of another type than it declares; look for an unchecked cast");
        } catch (ConcurrentModificationException e) {
            throw new IllegalResultException(
                    name + "." + part.name() + " was changed while it was written; give back a copy");
        }
    }

    private IllegalResultException missing(Part part) {
        return new IllegalResultException(name + "." + part.name() + " is null");
    }

    /** Refuses nulls where writing would meet them; for lists and maps. */
    static Object present(@Nullable Object value, String place) throws IllegalResultException {
        if (value == null) {
            throw new IllegalResultException(place + " holds null");
        }
        return value;
    }
}
