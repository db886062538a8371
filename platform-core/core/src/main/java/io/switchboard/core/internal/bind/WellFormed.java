package io.switchboard.core.internal.bind;

/** Tells and mends text with half of a character in it, as comes of cutting an emoji in two; no such text can be written in UTF-8. */
final class WellFormed {
    private static final char REPLACEMENT = '\ufffd';

    private WellFormed() {}

    static boolean is(String text) {
        return firstHalf(text, 0) < 0;
    }

    /** The text, with U+FFFD for every half of a character. */
    static String of(String text) {
        int half = firstHalf(text, 0);
        if (half < 0) {
            return text;
        }
        StringBuilder mended = new StringBuilder(text);
        while (half >= 0) {
            mended.setCharAt(half, REPLACEMENT);
            half = firstHalf(text, half + 1);
        }
        return mended.toString();
    }

    private static int firstHalf(String text, int from) {
        int next;
        for (int i = from; i < text.length(); i = next) {
            int c = text.codePointAt(i);
            if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
                return i;
            }
            next = i + Character.charCount(c);
        }
        return -1;
    }
}
