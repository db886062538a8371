package io.switchboard.core.internal.reader;

import io.switchboard.connector.SchemaName;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Gives records and enums their names in schemas. One for each connector; not for several threads. */
final class SchemaNames {
    private final String connector;
    private final Mistakes mistakes;
    private final Map<String, Class<?>> taken = new HashMap<>();
    private final Set<String> mistakenlyShared = new HashSet<>();

    SchemaNames(String connector, Mistakes mistakes) {
        this.connector = connector;
        this.mistakes = mistakes;
    }

    /** The name a type declares, or the given one. */
    String of(Class<?> type, String otherwise) {
        SchemaName declared = type.getAnnotation(SchemaName.class);
        if (declared == null) {
            return otherwise;
        }
        if (!declared.value().matches("[A-Z][A-Za-z0-9]*")) {
            mistakes.add(Places.of(type), "@SchemaName \"" + declared.value() + "\" is not [A-Z][A-Za-z0-9]*");
        }
        Class<?> other = taken.putIfAbsent(declared.value(), type);
        if (other != null && other != type && mistakenlyShared.add(declared.value())) {
            mistakes.add(
                    Places.of(type),
                    "@SchemaName \"" + declared.value() + "\" is the name of " + Places.of(other) + " already");
        }
        return connector + "." + declared.value();
    }
}
