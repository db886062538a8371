package io.switchboard.core.internal.bind;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.core.descriptor.Text;
import io.switchboard.core.descriptor.ValueType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Readers of lists, maps and enums. */
final class ContainerReaders {
    private static final int LONGEST_KEY = 200;

    private ContainerReaders() {}

    static ValueReader list(ValueType.ListType type, ValueReader element) {
        Text expected = Expected.of(type);
        return (node, reading) -> {
            if (!node.isArray()) {
                reading.fault("type", expected);
                return null;
            }
            if (!bounded(node, type.min(), type.max(), reading)) {
                return null;
            }
            List<Object> values = new ArrayList<>(node.size());
            for (int i = 0; i < node.size(); i++) {
                Object value = entry(node.get(i), reading.enter(i), element, reading);
                if (value != null) {
                    values.add(value);
                }
            }
            // A faulty entry is missing from it; but then the whole is refused.
            return Collections.unmodifiableList(values);
        };
    }

    static ValueReader map(ValueType.MapType type, ValueReader element) {
        Text expected = Expected.of(type);
        return (node, reading) -> {
            if (!node.isObject()) {
                reading.fault("type", expected);
                return null;
            }
            if (!bounded(node, type.min(), type.max(), reading)) {
                return null;
            }
            Map<String, Object> values = new LinkedHashMap<>();
            for (Map.Entry<String, JsonNode> each : node.properties()) {
                String key = each.getKey();
                int before = reading.enter(key.length() > LONGEST_KEY ? key.substring(0, LONGEST_KEY) : key);
                if (key.length() > LONGEST_KEY) {
                    reading.fault("length", Expected.length(0, LONGEST_KEY));
                    reading.leave(before);
                    continue;
                }
                Object value = entry(each.getValue(), before, element, reading);
                if (value != null) {
                    values.put(key, value);
                }
            }
            return Collections.unmodifiableMap(values);
        };
    }

    private static @Nullable Object entry(JsonNode node, int before, ValueReader element, Reading reading) {
        Object value = null;
        if (node.isNull()) {
            reading.fault("missing", Expected.MISSING);
        } else {
            value = element.read(node, reading);
        }
        reading.leave(before);
        return value;
    }

    private static boolean bounded(JsonNode node, int min, int max, Reading reading) {
        boolean bounded = !reading.strict() || (node.size() >= min && node.size() <= max);
        if (!bounded) {
            reading.fault("length", Expected.entries(min, max));
        }
        return bounded;
    }

    static ValueReader enumeration(ValueType.EnumType type, Class<?> javaType) {
        Map<String, Object> constants = new LinkedHashMap<>();
        for (Object constant : javaType.getEnumConstants()) {
            constants.put(((Enum<?>) constant).name(), constant);
        }
        Text expected = Expected.of(type);
        return (node, reading) -> {
            Object constant = node.isTextual() ? constants.get(node.textValue()) : null;
            if (constant == null) {
                reading.fault(node.isTextual() ? "value" : "type", expected);
            }
            return constant;
        };
    }
}
