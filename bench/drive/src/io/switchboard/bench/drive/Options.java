package io.switchboard.bench.drive;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The command line: {@code --name value} pairs and {@code --quick}. Immutable. */
record Options(Map<String, String> values, boolean quick) {
    static Options of(String[] arguments) {
        Map<String, String> values = new HashMap<>();
        boolean quick = false;
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i].equals("--quick")) {
                quick = true;
            } else if (arguments[i].startsWith("--") && i + 1 < arguments.length) {
                values.put(arguments[i].substring(2), arguments[++i]);
            } else {
                throw new IllegalArgumentException("unknown option: " + arguments[i]);
            }
        }
        return new Options(Map.copyOf(values), quick);
    }

    String get(String name) {
        return Optional.ofNullable(values.get(name))
                .orElseThrow(() -> new IllegalArgumentException("--" + name + " is missing"));
    }

    /** An option of several words with spaces between. */
    List<String> words(String name) {
        return Pattern.compile(" +").splitAsStream(get(name).strip()).toList();
    }

    Path path(String name) {
        return Path.of(get(name)).toAbsolutePath();
    }

    /** One of two numbers: for a first look, or for the table that is committed. */
    int pick(int quickly, int thoroughly) {
        return quick ? quickly : thoroughly;
    }
}
