package io.switchboard.launcher.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the hub has written beside a file of {@code deploy/}: lines of a key, a colon and a value; a line that begins with a space goes on
 * with the value before. Immutable.
 *
 * @param values by their keys, in the order of the file
 */
record DeployStatus(Map<String, String> values) {
    private static final String SUFFIX = ".status";

    static Path beside(Path file) {
        return file.resolveSibling(file.getFileName() + SUFFIX);
    }

    /** Of a file in {@code deploy/}; empty while the hub has not answered for it. */
    static Optional<DeployStatus> of(Path file) throws IOException {
        try {
            return Optional.of(parse(Files.readAllLines(beside(file))));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    static DeployStatus parse(List<String> lines) {
        Map<String, String> values = new LinkedHashMap<>();
        String last = "";
        for (String line : lines) {
            int colon = line.startsWith(" ") ? -1 : line.indexOf(':');
            if (colon < 0) {
                values.merge(last, "\n" + line, String::concat);
            } else {
                last = line.substring(0, colon);
                values.merge(last, line.substring(colon + 1).strip(), (one, other) -> one + "\n  " + other);
            }
        }
        return new DeployStatus(values);
    }

    /** In English: starting, running, faulty, waiting, refused, failed. */
    String state() {
        return value("state").split(" / ", 2)[0];
    }

    String value(String key) {
        return values.getOrDefault(key, "");
    }

    /** When the hub wrote it; long ago where it does not say so. */
    Instant at() {
        try {
            return Instant.parse(value("at"));
        } catch (DateTimeParseException e) {
            return Instant.EPOCH;
        }
    }

    /** Whether it will stay so until something else happens. */
    boolean settled() {
        return !Set.of("starting", "waiting", "").contains(state());
    }

    boolean runs() {
        return state().equals("running");
    }

    /** For a person. */
    String text(String name, boolean chinese) {
        String[] states = value("state").split(" / ", 2);
        String state = chinese && states.length > 1 ? states[1] : states[0];
        List<String> lines = lines(chinese);
        return name + (chinese ? "：" : ": ") + state + (lines.isEmpty() ? "" : "\n" + String.join("\n", lines));
    }

    /** For a person, in one of the two languages: English keys are of ASCII, and what has no Chinese counterpart is in both. */
    private List<String> lines(boolean chinese) {
        List<String> lines = new ArrayList<>();
        values.forEach((key, value) -> {
            boolean other = key.chars().anyMatch(c -> c > 127);
            boolean translated = switch (key) {
                case "reason" -> values.containsKey("原因");
                case "still running" -> values.containsKey("仍在运行");
                default -> false;
            };
            boolean wanted = chinese ? !translated : !other;
            if (wanted && !key.equals("at") && !key.equals("state")) {
                lines.add("  " + key + ": " + value.replace("\n", "\n  "));
            }
        });
        return lines;
    }
}
