package io.switchboard.core.internal.bind;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.core.descriptor.Text;
import io.switchboard.core.descriptor.ValueType;
import io.switchboard.core.internal.mask.PlainText;
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
                int before = reading.enter(i);
                Object value = entry(node.get(i), element, reading);
                reading.leave(before);
                if (value != null) {
                    values.add(value);
                }
            }
            // A faulty entry is missing from it; but then the whole is refused.
            return Collections.unmodifiableList(values);
        };
    }

    static ValueReader map(ValueType.MapType type, ValueReader element, boolean untrusted) {
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
                int before = reading.enter(shortened(each.getKey()));
                String key = key(each.getKey(), untrusted, reading);
                Object value = key == null ? null : entry(each.getValue(), element, reading);
                if (key != null && value != null && values.put(key, value) != null) {
                    reading.fault("value", Expected.TWICE);
                }
                reading.leave(before);
            }
            return Collections.unmodifiableMap(values);
        };
    }

    private static @Nullable String key(String key, boolean untrusted, Reading reading) {
        if (!reading.strict()) {
            return key;
        }
        if (key.length() > LONGEST_KEY) {
            reading.fault("length", Expected.length(0, LONGEST_KEY));
            return null;
        }
        String plain = untrusted ? PlainText.of(key) : key;
        return ScalarReaders.isSound(plain, reading) ? plain : null;
    }

    private static String shortened(String key) {
        return WellFormed.of(key.length() > LONGEST_KEY ? key.substring(0, LONGEST_KEY) : key);
    }

    private static @Nullable Object entry(JsonNode node, ValueReader element, Reading reading) {
        if (node.isNull()) {
            reading.fault("missing", Expected.MISSING);
            return null;
        }
        return element.read(node, reading);
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
