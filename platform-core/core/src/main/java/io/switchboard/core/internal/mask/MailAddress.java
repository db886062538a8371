package io.switchboard.core.internal.mask;

import io.switchboard.connector.DataClass;
import org.jspecify.annotations.Nullable;

/** Tells an e-mail address by its at sign, in either width. */
final class MailAddress {
    private static final int LONGEST_LOCAL = 64;
    private static final int LONGEST_DOMAIN = 255;

    private MailAddress() {}

    /** The address around an at sign; null where there is none. */
    static @Nullable Hit around(String text, int at) {
        int from = at;
        while (from > 0 && at - from < LONGEST_LOCAL && isLocal(Width.narrow(text.charAt(from - 1)))) {
            from--;
        }
        while (from < at && Width.narrow(text.charAt(from)) == '.') {
            from++;
        }
        int to = from == at ? at : domainEnd(text, at + 1);
        return to == at ? null : new Hit(from, to, DataClass.EMAIL);
    }

    /** Where the domain ends that begins here; one before the beginning where there is none. */
    private static int domainEnd(String text, int begin) {
        int end = begin;
        int dot = -1;
        int most = Math.min(text.length(), begin + LONGEST_DOMAIN);
        while (end < most) {
            char c = Width.narrow(text.charAt(end));
            boolean label = end > begin && Width.isWord(Width.narrow(text.charAt(end - 1)));
            if (c == '.' && label) {
                dot = end;
            } else if (!Width.isWord(c) && (c != '-' || !label)) {
                break;
            }
            end++;
        }
        while (end > begin && !Width.isWord(Width.narrow(text.charAt(end - 1)))) {
            end--;
        }
        if (dot >= end) {
            // A full stop behind the address.
            dot = lastDot(text, begin, end);
        }
        boolean named = dot > begin && end - dot > 2 && isLetter(Width.narrow(text.charAt(dot + 1)));
        return named ? end : begin - 1;
    }

    private static int lastDot(String text, int begin, int end) {
        int i = end - 1;
        while (i >= begin && Width.narrow(text.charAt(i)) != '.') {
            i--;
        }
        return i;
    }

    private static boolean isLocal(char c) {
        return Width.isWord(c) || (c > ' ' && c < '\u007f' && "!#$%&'*+-/=?^_`{|}~.".indexOf(c) >= 0);
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
