package io.switchboard.tryton;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A call of one method. Immutable.
 *
 * @param method its whole name, such as {@code model.party.party.read}
 * @param arguments those before the context
 * @param context what is added to the user's own context
 * @param reads whether it changes nothing, so that it may be sent again
 */
record Request(String method, List<@Nullable Object> arguments, Map<String, Object> context, boolean reads) {
    static Request reading(String method, @Nullable Object... arguments) {
        return new Request(method, listOf(arguments), Map.of(), true);
    }

    static Request writing(String method, @Nullable Object... arguments) {
        return new Request(method, listOf(arguments), Map.of(), false);
    }

    Request within(Map<String, Object> added) {
        return new Request(method, arguments, added, reads);
    }

    /** The arguments, with the context at their end, as methods of models want it. */
    List<@Nullable Object> parameters(Map<String, Object> own) {
        Map<String, Object> whole = new LinkedHashMap<>(own);
        whole.putAll(context);
        List<@Nullable Object> all = new ArrayList<>(arguments);
        all.add(whole);
        return all;
    }

    // List.of takes no nulls, and Tryton does.
    private static List<@Nullable Object> listOf(@Nullable Object... arguments) {
        List<@Nullable Object> list = new ArrayList<>(arguments.length);
        for (Object each : arguments) {
            list.add(each);
        }
        return list;
    }
}
