package io.switchboard.core.internal.mask;

/**
 * Takes out of customers' text what can deceive a reader or a model: control, bidirectional, zero-width and other invisible
 * characters, and halves of characters.
 */
public final class PlainText {
    private PlainText() {}

    /** The text without them; the same one where there are none. */
    public static String of(String text) {
        int length = text.length();
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (isPlain(c)) {
                continue;
            }
            int whole = text.codePointAt(i);
            if (deceives(whole)) {
                return strip(text, i);
            }
            i += Character.charCount(whole) - 1;
        }
        return text;
    }

    private static String strip(String text, int from) {
        StringBuilder plain = new StringBuilder(text.length()).append(text, 0, from);
        text.substring(from).codePoints().filter(c -> !deceives(c)).forEach(plain::appendCodePoint);
        return plain.toString();
    }

    /** Whether a character is one of those that nearly all text is of. */
    private static boolean isPlain(char c) {
        return c >= 0x20 && (c < 0x7f || (c >= 0x2070 && c < 0xd800 && c != 0x3164));
    }

    private static boolean deceives(int c) {
        if (c < 0x7f) {
            return c < 0x20 && c != '\n' && c != '\t' && c != '\r';
        }
        if (c >= 0x2070 && c < 0xd800) {
            // Most of the world's text, Chinese above all, is told apart by one comparison; the one is Hangul's filler.
            return c == 0x3164;
        }
        return c < 0x2070 ? deceivesBelow(c) : deceivesAbove(c);
    }

    private static boolean deceivesBelow(int c) {
        return c <= 0x9f // control
                || c == 0xad // soft hyphen
                || c == 0x34f // grapheme joiner
                || c == 0x61c // Arabic letter mark
                || (c >= 0x115f && c <= 0x1160) // Hangul fillers
                || (c >= 0x17b4 && c <= 0x17b5) // Khmer inherent vowels
                || (c >= 0x180b && c <= 0x180f) // Mongolian variation selectors
                || (c >= 0x200b && c <= 0x200f) // zero width, and marks of direction
                || (c >= 0x2028 && c <= 0x202e) // line and paragraph separators, embeddings of direction
                || c >= 0x2060; // joiners, isolates
    }

    private static boolean deceivesAbove(int c) {
        return c <= 0xdfff // half of a character
                || (c >= 0xfe00 && c <= 0xfe0f) // variation selectors
                || c == 0xfeff // byte order mark
                || c == 0xffa0 // Hangul filler
                || (c >= 0xfff0 && c <= 0xfffb) // annotations
                || (c >= 0x1bca0 && c <= 0x1bca3) // shorthand controls
                || (c >= 0x1d173 && c <= 0x1d17a) // musical controls
                || (c >= 0xe0000 && c <= 0xe0fff); // tags, which spell out text that nobody sees
    }
}
