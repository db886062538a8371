package io.switchboard.core.internal.audit.key;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a customer's key stands; written {@code 3.17}. Immutable.
 *
 * @param file the number of the file of keys
 * @param slot the slot in it, from 1
 */
public record KeyRef(long file, int slot) {
    private static final Pattern TEXT = Pattern.compile("(\\d{1,10})\\.(\\d{1,9})");

    /** What {@link #toString()} wrote; empty where it is something else. */
    public static Optional<KeyRef> parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        return matcher.matches()
                ? Optional.of(new KeyRef(Long.parseLong(matcher.group(1)), Integer.parseInt(matcher.group(2))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return file + "." + slot;
    }
}
