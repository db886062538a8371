package io.switchboard.core.internal.bind;

/** Takes out of customers' text what can deceive a reader or a model: control, bidirectional and zero-width characters. */
final class PlainText {
    private PlainText() {}

    static String of(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (deceives(text.charAt(i))) {
                return strip(text, i);
            }
        }
        return text;
    }

    private static String strip(String text, int from) {
        StringBuilder plain = new StringBuilder(text.length()).append(text, 0, from);
        for (int i = from; i < text.length(); i++) {
            if (!deceives(text.charAt(i))) {
                plain.append(text.charAt(i));
            }
        }
        return plain.toString();
    }

    private static boolean deceives(char c) {
        if (c < 0x20) {
            return c != '\n' && c != '\t' && c != '\r';
        }
        return (c >= 0x7f && c <= 0x9f)
                || c == 0xad
                || c == 0x61c
                || (c >= 0x200b && c <= 0x200f)
                || (c >= 0x202a && c <= 0x202e)
                || (c >= 0x2060 && c <= 0x206f)
                || c == 0xfeff
                || (c >= 0xfff9 && c <= 0xfffb);
    }
}
