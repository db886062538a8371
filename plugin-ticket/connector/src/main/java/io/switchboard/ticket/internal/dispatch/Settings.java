package io.switchboard.ticket.internal.dispatch;

import io.switchboard.ticket.spi.Priority;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The settings of one rule as the file has them. What cannot be understood is noted, and reads as if it were not there. */
final class Settings {
    private static final Pattern COMMA = Pattern.compile("\\s*[,，、]\\s*");
    private static final Pattern DEPARTMENT = Pattern.compile("[^\\p{Cntrl}]{1,100}");
    private static final Duration LONGEST = Duration.ofDays(366);

    private final String prefix;
    private final List<String> mistakes;
    private final Map<String, String> values = new HashMap<>();

    Settings(String prefix, List<String> mistakes) {
        this.prefix = prefix;
        this.mistakes = mistakes;
    }

    void put(String name, String value) {
        if (value.isEmpty()) {
            note(name, "is empty");
        } else {
            values.put(name, value);
        }
    }

    boolean hasAny(Set<String> names) {
        return names.stream().anyMatch(values::containsKey);
    }

    Words words(String name) {
        return new Words(list(name));
    }

    <E extends Enum<E>> Set<E> constants(String name, Class<E> type) {
        Set<E> found = EnumSet.noneOf(type);
        list(name).forEach(text -> constant(name, text, type).ifPresent(found::add));
        return found;
    }

    Optional<Duration> duration(String name) {
        return Optional.ofNullable(values.get(name)).flatMap(text -> {
            try {
                Duration duration = Duration.parse(text);
                if (duration.compareTo(Duration.ZERO) > 0 && duration.compareTo(LONGEST) <= 0) {
                    return Optional.of(duration);
                }
            } catch (DateTimeParseException e) {
                // Noted below, as a duration out of bounds is.
            }
            note(name, "is not a time of up to 366 days such as PT4H or P2D: " + text);
            return Optional.empty();
        });
    }

    /** What these settings say, and another where they are silent. */
    Outcome outcome(Outcome other) {
        String department = values.getOrDefault("department", other.department());
        if (values.containsKey("department") && !DEPARTMENT.matcher(department).matches()) {
            note("department", "is longer than 100 characters");
        }
        Optional<Priority> priority =
                Optional.ofNullable(values.get("priority")).flatMap(text -> constant("priority", text, Priority.class));
        return new Outcome(
                department,
                priority.orElse(other.priority()),
                flag().orElse(other.flagged()),
                duration("due").or(other::due));
    }

    private Optional<Boolean> flag() {
        String text = values.getOrDefault("flag", "");
        if (!text.isEmpty() && !text.equals("true") && !text.equals("false")) {
            note("flag", "is neither true nor false: " + text);
        }
        return text.isEmpty() ? Optional.empty() : Optional.of(text.equals("true"));
    }

    private <E extends Enum<E>> Optional<E> constant(String name, String text, Class<E> type) {
        String wanted = text.toUpperCase(Locale.ROOT).replace('-', '_');
        Optional<E> found = Arrays.stream(type.getEnumConstants())
                .filter(each -> each.name().equals(wanted))
                .findFirst();
        if (found.isEmpty()) {
            note(name, "has " + text + ", which is none of " + Arrays.toString(type.getEnumConstants()));
        }
        return found;
    }

    private List<String> list(String name) {
        List<String> texts = COMMA.splitAsStream(values.getOrDefault(name, ""))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
        if (texts.isEmpty() && values.containsKey(name)) {
            note(name, "names nothing");
        }
        return texts;
    }

    private void note(String name, String mistake) {
        mistakes.add(prefix + name + " " + mistake);
    }
}
