package io.switchboard.core.internal.audit.tool;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The options of a command, {@code --name value}. Immutable. */
record Options(Map<String, String> values) {
    /** Reads them; each may stand once. */
    static Options read(List<String> words, Set<String> known) throws WrongOption {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < words.size(); i += 2) {
            String name = words.get(i);
            if (!known.contains(name) || values.containsKey(name)) {
                throw new WrongOption("option.unknown", name);
            }
            if (i + 1 == words.size()) {
                throw new WrongOption("option.value", name);
            }
            values.put(name, words.get(i + 1));
        }
        return new Options(Map.copyOf(values));
    }

    Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name));
    }
}
