package io.switchboard.core.internal.mask;

import io.switchboard.connector.DataClass;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a handle looks like: {@code hdl_}, the class as configurations have it, {@code _} and 26 characters of base 32, such as
 * {@code hdl_phone_k3v7q2…}.
 */
public final class HandleText {
    private static final String PREFIX = "hdl_";
    private static final int LONGEST_CLASS = 20;
    private static final int MOST_IN_A_TEXT = 20;
    /** 130 bits. */
    private static final int LENGTH = 26;

    private static final char[] BASE_32 = "abcdefghijklmnopqrstuvwxyz234567".toCharArray();
    private static final int BITS = 5;

    private HandleText() {}

    /** Whether a class has handles; where it has none, a handle is hidden. */
    public static boolean exists(DataClass dataClass) {
        return dataClass != DataClass.FREE_TEXT && dataClass != DataClass.CREDENTIAL;
    }

    /** The handle of a class with so many bits of this key, which has 17 bytes at least. */
    public static String of(DataClass dataClass, byte[] bits) {
        StringBuilder handle = new StringBuilder(PREFIX).append(name(dataClass)).append('_');
        int buffer = 0;
        int held = 0;
        int next = 0;
        for (int i = 0; i < LENGTH; i++) {
            if (held < BITS) {
                buffer = (buffer << Byte.SIZE) | (bits[next++] & 0xff);
                held += Byte.SIZE;
            }
            held -= BITS;
            handle.append(BASE_32[(buffer >> held) & 31]);
        }
        return handle.toString();
    }

    /** The class as it stands in a handle. */
    public static String name(DataClass dataClass) {
        return dataClass.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * What a sensitive text stands for: each handle in it is replaced by its value. In free text stand handles of what is found in it
     * when it leaves; any other would come back in clear.
     *
     * @return null where a handle is of another class, or means nothing here
     */
    public static @Nullable String resolved(DataClass dataClass, String text, HandleValues values) {
        if (text.indexOf(PREFIX) < 0 || dataClass == DataClass.CREDENTIAL) {
            return text;
        }
        Resolving resolving = new Resolving(dataClass, values);
        String resolved = replace(text, resolving::value);
        return resolving.failed ? null : resolved;
    }

    private static final class Resolving {
        private final DataClass dataClass;
        private final HandleValues values;
        private int left = MOST_IN_A_TEXT;
        private boolean failed;

        Resolving(DataClass dataClass, HandleValues values) {
            this.dataClass = dataClass;
            this.values = values;
        }

        String value(String named, String handle) {
            Optional<String> value = !failed && left-- > 0 && fits(named) ? values.of(handle) : Optional.empty();
            failed |= value.isEmpty();
            return value.orElse("");
        }

        private boolean fits(String named) {
            return dataClass == DataClass.FREE_TEXT
                    ? FreeText.FOUND.stream().anyMatch(each -> name(each).equals(named))
                    : name(dataClass).equals(named);
        }
    }

    /** The text with something in the place of every handle. */
    public static String replace(String text, BinaryOperator<String> byClassAndHandle) {
        int at = text.indexOf(PREFIX);
        if (at < 0) {
            return text;
        }
        StringBuilder replaced = new StringBuilder(text.length());
        int copied = 0;
        while (at >= 0) {
            int classEnd = classEnd(text, at + PREFIX.length());
            int end = classEnd < 0 ? -1 : classEnd + 1 + LENGTH;
            if (end > 0 && isHandle(text, classEnd, end)) {
                String dataClass = text.substring(at + PREFIX.length(), classEnd);
                replaced.append(text, copied, at).append(byClassAndHandle.apply(dataClass, text.substring(at, end)));
                copied = end;
                at = text.indexOf(PREFIX, end);
            } else {
                at = text.indexOf(PREFIX, at + 1);
            }
        }
        return replaced.append(text, copied, text.length()).toString();
    }

    /** The text with no handle in it that anybody could use. */
    public static String hidden(String text) {
        return replace(text, (dataClass, handle) -> PREFIX + dataClass + "_" + PartialText.STARS);
    }

    private static int classEnd(String text, int from) {
        int most = Math.min(text.length(), from + LONGEST_CLASS + 1);
        for (int i = from; i < most; i++) {
            char c = text.charAt(i);
            if (c == '_') {
                return i > from ? i : -1;
            }
            if ((c < 'a' || c > 'z') && c != '-') {
                return -1;
            }
        }
        return -1;
    }

    private static boolean isHandle(String text, int classEnd, int end) {
        if (end > text.length() || (end < text.length() && Width.isWord(text.charAt(end)))) {
            return false;
        }
        for (int i = classEnd + 1; i < end; i++) {
            char c = text.charAt(i);
            if ((c < 'a' || c > 'z') && (c < '2' || c > '7')) {
                return false;
            }
        }
        return true;
    }
}
