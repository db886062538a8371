package io.switchboard.core.internal.bind;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.PageRequest;
import io.switchboard.core.descriptor.Text;
import io.switchboard.core.descriptor.ValueType;
import java.time.DateTimeException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads records: every member by its own reader, all faults noted, nothing unknown let through. Immutable. */
final class RecordReader implements ValueReader {
    private static final Text EXPECTED = new Text("An object.", "应为对象。");
    /** What stands for the bound customer in place of an id. */
    private static final String ME = "me";

    private final Class<?> type;
    private final Accessors accessors;
    private final List<Part> parts;
    private final Set<String> names;

    RecordReader(Class<?> type, List<Part> parts, ValueType.RecordType described) {
        this.type = type;
        this.accessors = Accessors.of(type);
        this.parts = List.copyOf(parts);
        this.names = described.members().stream()
                .map(member -> member.name())
                .collect(java.util.stream.Collectors.toUnmodifiableSet());
    }

    /** How one component of the Java record is made. */
    sealed interface Part {}

    /**
     * A component that is one member.
     *
     * @param name the member's name
     * @param optional whether it is wrapped in an {@code Optional}
     * @param customer whether a bound caller's customer fills it
     * @param reader reads its value
     */
    record MemberPart(String name, boolean optional, boolean customer, ValueReader reader) implements Part {}

    /**
     * A {@link PageRequest}, which is two members.
     *
     * @param cursor reads the cursor
     * @param limit reads the limit
     */
    record PagePart(ValueReader cursor, ValueReader limit) implements Part {}

    @Override
    public @Nullable Object read(JsonNode node, Reading reading) {
        if (!node.isObject()) {
            reading.fault("type", EXPECTED);
            return null;
        }
        int faultsBefore = reading.faults().size();
        if (reading.strict()) {
            refuseUnknown(node, reading);
        }
        @Nullable Object[] values = new @Nullable Object[parts.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = part(parts.get(i), node, reading);
        }
        if (reading.faults().size() > faultsBefore) {
            return null;
        }
        return create(values, reading);
    }

    private @Nullable Object create(@Nullable Object[] values, Reading reading) {
        try {
            return accessors.create(values);
        } catch (IllegalArgumentException | NullPointerException | DateTimeException e) {
            // The record's own constructor refused what the declarations let through.
            reading.fault("value", Expected.REFUSED);
            return null;
        } catch (Throwable e) {
            if (!reading.strict()) {
                // What was recorded is no caller's; that it no longer fits is all there is to say.
                reading.fault("value", Expected.REFUSED);
                return null;
            }
            if (e instanceof ConnectorException declared) {
                throw declared;
            }
            throw new ConnectorBrokenException(
                    "the constructor of " + type.getName() + " threw "
                            + e.getClass().getName(),
                    e);
        }
    }

    private void refuseUnknown(JsonNode node, Reading reading) {
        for (Map.Entry<String, JsonNode> each : node.properties()) {
            if (!names.contains(each.getKey())) {
                int before = reading.enter(shortened(each.getKey()));
                reading.fault("unknown", Expected.UNKNOWN);
                reading.leave(before);
            }
        }
    }

    private static String shortened(String name) {
        return WellFormed.of(name.length() <= 60 ? name : name.substring(0, 60) + "…");
    }

    private static @Nullable Object part(Part part, JsonNode node, Reading reading) {
        if (part instanceof MemberPart member) {
            return member(member, node.get(member.name()), reading);
        }
        PagePart page = (PagePart) part;
        Object cursor = value(PageMembers.CURSOR, page.cursor(), node.get(PageMembers.CURSOR), reading);
        Object limit = value(PageMembers.LIMIT, page.limit(), node.get(PageMembers.LIMIT), reading);
        return PageRequest.of(
                Optional.ofNullable((String) cursor), limit == null ? PageRequest.DEFAULT_LIMIT : (Integer) limit);
    }

    private static @Nullable Object member(MemberPart member, @Nullable JsonNode node, Reading reading) {
        if (member.customer() && reading.boundCustomer().isPresent() && standsForBound(node)) {
            return reading.boundCustomer().get();
        }
        if (member.optional()) {
            return Optional.ofNullable(value(member.name(), member.reader(), node, reading));
        }
        if (node == null || node.isNull()) {
            int before = reading.enter(member.name());
            reading.fault("missing", Expected.MISSING);
            reading.leave(before);
            return null;
        }
        return value(member.name(), member.reader(), node, reading);
    }

    private static boolean standsForBound(@Nullable JsonNode node) {
        return node == null || node.isNull() || (node.isTextual() && ME.equals(node.textValue()));
    }

    private static @Nullable Object value(String name, ValueReader reader, @Nullable JsonNode node, Reading reading) {
        if (node == null || node.isNull()) {
            return null;
        }
        int before = reading.enter(name);
        Object value = reader.read(node, reading);
        reading.leave(before);
        return value;
    }
}
