package io.switchboard.tryton;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Conditions of a {@link Query}. What they compare with is always a value, and never read as part of the condition. */
public final class Clause {
    private Clause() {}

    /** A field compared with a value. */
    public static List<Object> of(String field, String operator, Object value) {
        return List.of(field, operator, value);
    }

    /** A field that is null. */
    public static List<Object> none(String field) {
        return Collections.unmodifiableList(Arrays.asList(field, "=", null));
    }

    /** At least one of them holds. */
    public static List<Object> any(List<List<Object>> clauses) {
        List<Object> all = new ArrayList<>(clauses.size() + 1);
        all.add("OR");
        all.addAll(clauses);
        return all;
    }

    /** All of them hold. */
    public static List<Object> all(List<List<Object>> clauses) {
        return List.copyOf(clauses);
    }

    /** The text as a pattern of {@code like} that means nothing but itself. */
    public static String literal(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
