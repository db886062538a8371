package io.switchboard.security.internal.settings;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The entries of a configuration as its author wrote them. */
public final class Entries {
    // What Configuration Admin, DS and whoever read the file add.
    private static final Pattern NOT_OURS =
            Pattern.compile("(?:component|service|felix|osgi|org|switchboard)\\..*|\\..*|:.*");
    private static final Pattern BETWEEN = Pattern.compile("[,\\s]+");

    private Entries() {}

    /** By their keys, without what others added. The caller's own. */
    public static SortedMap<String, String> of(Map<String, ?> configuration) {
        SortedMap<String, String> entries = new TreeMap<>();
        configuration.forEach((key, value) -> {
            if (!NOT_OURS.matcher(key).matches()) {
                entries.put(key, text(value));
            }
        });
        return entries;
    }

    /** The values of a list, which stand with commas or spaces between. */
    public static Set<String> list(String text) {
        return BETWEEN.splitAsStream(text)
                .filter(each -> !each.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    // Readers of configuration files give lists as arrays or as one text.
    private static String text(Object value) {
        return value instanceof Object[] several
                ? Arrays.stream(several).map(String::valueOf).collect(Collectors.joining(","))
                : String.valueOf(value);
    }
}
