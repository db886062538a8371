package io.switchboard.core.internal.reader;

import io.switchboard.connector.Page;
import io.switchboard.connector.PageRequest;
import io.switchboard.connector.Secret;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Says what to write in place of a type that is not in the table. */
final class Hints {
    private static final Set<Class<?>> FRACTIONS = Set.of(double.class, float.class, Double.class, Float.class);
    private static final Set<Class<?>> SMALL =
            Set.of(short.class, byte.class, char.class, Short.class, Byte.class, Character.class);

    private Hints() {}

    /** What to append to the mistake; empty where there is nothing to advise. */
    static String of(Type type) {
        if (type instanceof ParameterizedType generic && generic.getRawType() instanceof Class<?> raw) {
            return ofGeneric(raw);
        }
        return type instanceof Class<?> raw ? of(raw) : "";
    }

    private static String ofGeneric(Class<?> raw) {
        if (raw == Optional.class) {
            return "; Optional stands outermost only, as Optional<List<String>>";
        }
        if (raw == Map.class) {
            return "; a map's key is a String";
        }
        if (raw == Page.class) {
            return "; a Page is what an operation gives back, and no part of a record";
        }
        if (raw.isRecord()) {
            return "; write a record without type parameters for each use";
        }
        return of(raw);
    }

    private static String of(Class<?> type) {
        if (FRACTIONS.contains(type) || type == BigInteger.class) {
            return "; use BigDecimal";
        }
        if (SMALL.contains(type)) {
            return "; use int or String";
        }
        if (type == UUID.class) {
            return "; use String";
        }
        if (type == Secret.class) {
            return "; a Secret is for settings; use String with @Sensitive(CREDENTIAL)";
        }
        if (type == PageRequest.class) {
            return "; a PageRequest is neither optional nor in a list";
        }
        if (type.getName().startsWith("java.util.Optional")) {
            return "; use Optional with a type in angle brackets";
        }
        if (type.isArray() || Iterable.class.isAssignableFrom(type)) {
            return "; use List with a type in angle brackets";
        }
        if (Map.class.isAssignableFrom(type)) {
            return "; use Map with two types in angle brackets, the first of them String";
        }
        return type.getName().startsWith("java.time.") || type.getName().startsWith("java.util.Date")
                ? "; use Instant, LocalDate or Duration"
                : "";
    }
}
