package io.switchboard.launcher.command;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What was typed behind a command. Immutable.
 *
 * @param words what is no option, in order
 * @param flags options without a value
 * @param values options with one
 */
record Options(List<String> words, Set<String> flags, Map<String, String> values, Usage usage) {

    /** Takes apart what was typed; everything behind {@code --} is a word. */
    static Options of(List<String> arguments, Set<String> flags, Set<String> valued, Usage usage) throws CommandFault {
        List<String> words = new ArrayList<>();
        Set<String> set = new LinkedHashSet<>();
        Map<String, String> values = new LinkedHashMap<>();
        Iterator<String> each = arguments.iterator();
        boolean open = true;
        while (each.hasNext()) {
            String next = each.next();
            if (open && next.equals("--")) {
                open = false;
            } else if (!open || !next.startsWith("-") || next.equals("-")) {
                words.add(next);
            } else if (flags.contains(next)) {
                set.add(next);
            } else if (!valued.contains(next) || !each.hasNext() || values.put(next, each.next()) != null) {
                throw usage.fault(next);
            }
        }
        return new Options(List.copyOf(words), Set.copyOf(set), Map.copyOf(values), usage);
    }

    boolean has(String flag) {
        return flags.contains(flag);
    }

    Optional<String> value(String option) {
        return Optional.ofNullable(values.get(option));
    }

    /** A whole number; the other one where the option was not given. */
    int number(String option, int otherwise, int most) throws CommandFault {
        Optional<String> text = value(option);
        if (text.isEmpty()) {
            return otherwise;
        }
        if (!text.get().matches("[0-9]{1,7}") || Integer.parseInt(text.get()) > most) {
            throw usage.fault(option);
        }
        return Integer.parseInt(text.get());
    }

    Duration seconds(String option, int otherwise) throws CommandFault {
        return Duration.ofSeconds(number(option, otherwise, 86_400));
    }

    /** The only word. */
    String word() throws CommandFault {
        if (words.size() != 1) {
            throw usage.fault();
        }
        return words.get(0);
    }
}
