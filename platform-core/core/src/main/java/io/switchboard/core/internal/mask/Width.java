package io.switchboard.core.internal.mask;

/** Characters in the two widths that East Asian input has. */
final class Width {
    static final char FIRST_WIDE = '\uff01';
    private static final char LAST_WIDE = '\uff5e';
    private static final int APART = '\uff01' - '!';

    private Width() {}

    /** The ASCII character that a full-width one stands for; any other as it is. */
    static char narrow(char c) {
        return c >= FIRST_WIDE && c <= LAST_WIDE ? (char) (c - APART) : c;
    }

    static boolean isDigit(char c) {
        return (c >= '0' && c <= '9') || (c >= '\uff10' && c <= '\uff19');
    }

    /** Whether a character, once narrow, is a Latin letter or a digit. */
    static boolean isWord(char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
