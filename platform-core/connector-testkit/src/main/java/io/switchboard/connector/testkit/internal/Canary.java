package io.switchboard.connector.testkit.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.switchboard.core.descriptor.Member;
import io.switchboard.core.descriptor.ValueType;
import io.switchboard.core.descriptor.ValueType.ListType;
import io.switchboard.core.descriptor.ValueType.MapType;
import io.switchboard.core.descriptor.ValueType.RecordType;
import io.switchboard.core.descriptor.ValueType.TextType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;

/** Texts that occur nowhere else, in the place of those that are sensitive. */
public final class Canary {
    /** A shorter text may stand somewhere by chance. */
    private static final int SHORTEST = 8;

    private Canary() {}

    /** Replaces every sensitive text in a record's JSON by one that fits its type; puts each, and its path, into a map. */
    public static void plant(RecordType type, ObjectNode json, Map<String, String> planted) {
        walk(type, json, "", text -> {
            String canary = canary(text.type());
            if (!canary.isEmpty()) {
                planted.put(canary, text.path());
            }
            return canary;
        });
    }

    /** Puts every sensitive text of a record's JSON, and its path, into a map. */
    public static void collect(RecordType type, JsonNode json, Map<String, String> found) {
        walk(type, json, "", text -> {
            if (text.value().length() >= SHORTEST) {
                found.put(text.value(), text.path());
            }
            return "";
        });
    }

    private record SensitiveText(String path, TextType type, String value) {}

    private static void walk(RecordType type, JsonNode json, String prefix, Function<SensitiveText, String> replacing) {
        for (Member member : type.members()) {
            JsonNode value = json.get(member.name());
            if (value != null && json instanceof ObjectNode object) {
                boolean sensitive = member.sensitive().isPresent();
                object.set(member.name(), walk(member.type(), value, prefix + member.name(), sensitive, replacing));
            }
        }
    }

    private static JsonNode walk(
            ValueType type, JsonNode value, String path, boolean sensitive, Function<SensitiveText, String> replacing) {
        if (type instanceof RecordType record) {
            walk(record, value, path + ".", replacing);
        } else if (type instanceof ListType list && value instanceof ArrayNode entries) {
            for (int i = 0; i < entries.size(); i++) {
                entries.set(i, walk(list.element(), entries.get(i), path + "[]", sensitive, replacing));
            }
        } else if (type instanceof MapType map && value instanceof ObjectNode entries) {
            for (String key : List.copyOf(keys(entries))) {
                entries.set(key, walk(map.value(), entries.get(key), path + ".*", sensitive, replacing));
            }
        } else if (type instanceof TextType text && sensitive && value.isTextual()) {
            String instead = replacing.apply(new SensitiveText(path, text, value.textValue()));
            return instead.isEmpty() ? value : TextNode.valueOf(instead);
        }
        return value;
    }

    private static List<String> keys(ObjectNode entries) {
        List<String> keys = new ArrayList<>();
        entries.fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    /** One that fits; empty where none of those tried does. */
    private static String canary(TextType type) {
        String digits = digits(20);
        List<String> candidates = List.of(
                "canary" + digits.substring(0, 12),
                "canary" + digits.substring(0, 4),
                "138" + digits.substring(0, 8),
                "+86138" + digits.substring(0, 8),
                "canary" + digits.substring(0, 8) + "@example.com",
                digits.substring(0, 18),
                digits.substring(0, 16),
                digits.substring(0, 10),
                digits.substring(0, 8),
                "CANARY-" + digits.substring(0, 6),
                "CANARY" + digits.substring(0, 6));
        return candidates.stream()
                .filter(each -> each.length() >= type.min() && each.length() <= type.max())
                .filter(each -> type.pattern().isEmpty() || each.matches(type.pattern()))
                .findFirst()
                .orElse("");
    }

    private static String digits(int count) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < count; i++) {
            digits.append((char) ('1' + ThreadLocalRandom.current().nextInt(9)));
        }
        return digits.toString();
    }
}
