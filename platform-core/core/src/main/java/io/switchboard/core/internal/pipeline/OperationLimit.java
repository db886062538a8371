package io.switchboard.core.internal.pipeline;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How often one client may call an operation, or all those together whose names begin alike. Immutable.
 *
 * @param operation {@code ticket.v1.ticket.create}, or {@code ticket.v1.*}
 * @param calls how many
 * @param window in which time
 */
public record OperationLimit(String operation, int calls, Duration window) {
    private static final Pattern TEXT =
            Pattern.compile("([a-z][a-z0-9.]*(?:\\.\\*)?|\\*)\\s*=\\s*([1-9][0-9]{0,6})/([smh])");

    /**
     * Reads {@code ticket.v1.*=60/m}: sixty a minute; {@code s} and {@code h} are seconds and hours.
     *
     * @throws IllegalArgumentException naming all that are not of this form
     */
    public static List<OperationLimit> read(String[] texts) {
        List<OperationLimit> limits = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        for (String text : texts) {
            Matcher parts = TEXT.matcher(text.strip());
            if (parts.matches()) {
                limits.add(
                        new OperationLimit(parts.group(1), Integer.parseInt(parts.group(2)), window(parts.group(3))));
            } else if (!text.isBlank()) {
                faults.add(text.strip());
            }
        }
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(
                    "operation.limits: not of the form ticket.v1.*=60/m (or /s, /h): " + String.join("; ", faults));
        }
        return List.copyOf(limits);
    }

    private static Duration window(String unit) {
        return switch (unit) {
            case "s" -> Duration.ofSeconds(1);
            case "m" -> Duration.ofMinutes(1);
            default -> Duration.ofHours(1);
        };
    }

    /** Whether it is about an operation. */
    boolean covers(String name) {
        return operation.endsWith("*")
                ? name.startsWith(operation.substring(0, operation.length() - 1))
                : name.equals(operation);
    }
}
