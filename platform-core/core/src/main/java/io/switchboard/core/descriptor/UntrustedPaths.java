package io.switchboard.core.descriptor;

import java.util.ArrayList;
import java.util.List;

/**
 * Where in a result the text stands that customers wrote, as {@code items[].text} and {@code notes.*}: written like the paths of
 * arguments at fault, with {@code []} for each entry of a list and {@code *} for each key and value of a map.
 */
public final class UntrustedPaths {
    private static final int MOST = 50;
    private static final List<String> EVERYWHERE = List.of("*");

    private UntrustedPaths() {}

    /** The paths, in the order of the members; one {@code *}, for all of it, where there would be more than fifty. */
    public static List<String> of(Result result) {
        List<String> paths = new ArrayList<>();
        if (result instanceof Result.One one) {
            record("", one.type(), paths);
        } else if (result instanceof Result.Paged paged) {
            record("items[].", paged.row(), paths);
        }
        return paths.size() > MOST ? EVERYWHERE : List.copyOf(paths);
    }

    private static void record(String prefix, ValueType.RecordType type, List<String> paths) {
        for (Member member : type.members()) {
            value(prefix + member.name(), member.type(), member.untrusted(), paths);
        }
    }

    private static void value(String path, ValueType type, boolean untrusted, List<String> paths) {
        if (paths.size() > MOST) {
            return;
        }
        if (type instanceof ValueType.RecordType nested) {
            record(path + ".", nested, paths);
        } else if (type instanceof ValueType.ListType list) {
            value(path + "[]", list.element(), untrusted, paths);
        } else if (type instanceof ValueType.MapType map) {
            value(path + ".*", map.value(), untrusted, paths);
        } else if (untrusted) {
            paths.add(path);
        }
    }
}
