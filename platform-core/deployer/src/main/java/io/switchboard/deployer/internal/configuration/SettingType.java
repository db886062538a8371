package io.switchboard.deployer.internal.configuration;

import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a setting has to be, by its default. */
final class SettingType {
    private static final Set<String> SWITCHES = Set.of("true", "false", "");

    private SettingType() {}

    /** In words for a sentence with "it has to be"; empty when the value is of that type. */
    static String wanted(@Nullable Object preset, Object value) {
        for (String text : value instanceof String[] several ? several : new String[] {value.toString()}) {
            String wanted = wanted(preset, text);
            if (!wanted.isEmpty()) {
                return wanted;
            }
        }
        return "";
    }

    private static String wanted(@Nullable Object preset, String text) {
        if (preset instanceof Integer || preset instanceof int[]) {
            return number(Integer::valueOf, text)
                    ? ""
                    : "a whole number" + (number(Long::valueOf, text) ? ", and not that large" : "");
        }
        if (preset instanceof Long || preset instanceof long[]) {
            return number(Long::valueOf, text) ? "" : "a whole number";
        }
        if (preset instanceof Double
                || preset instanceof Float
                || preset instanceof double[]
                || preset instanceof float[]) {
            return number(Double::valueOf, text) ? "" : "a number";
        }
        if (preset instanceof Boolean || preset instanceof boolean[]) {
            return SWITCHES.contains(text.toLowerCase(Locale.ROOT)) ? "" : "true or false";
        }
        return "";
    }

    private static boolean number(Function<String, Object> reading, String text) {
        try {
            Object unused = reading.apply(text);
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
