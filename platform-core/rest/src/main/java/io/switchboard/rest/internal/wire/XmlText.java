package io.switchboard.rest.internal.wire;

/** Writes text into XML 1.0 and UTF-8; what XML cannot hold becomes U+FFFD. */
final class XmlText {
    private static final int REPLACEMENT = 0xFFFD;

    private XmlText() {}

    static void write(String text, boolean attribute, BodyBuffer to) {
        int length = text.length();
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c >= 0x20 && c < 0x80) {
                ascii(c, attribute, to);
            } else if (c < 0x20) {
                control(c, attribute, to);
            } else if (Character.isHighSurrogate(c) && i + 1 < length && Character.isLowSurrogate(text.charAt(i + 1))) {
                codePoint(Character.toCodePoint(c, text.charAt(++i)), to);
            } else {
                codePoint(Character.isSurrogate(c) || c >= 0xFFFE ? REPLACEMENT : c, to);
            }
        }
    }

    private static void ascii(char c, boolean attribute, BodyBuffer to) {
        switch (c) {
            case '&' -> to.ascii("&amp;");
            case '<' -> to.ascii("&lt;");
            case '>' -> to.ascii("&gt;");
            case '"' -> {
                if (attribute) {
                    to.ascii("&quot;");
                } else {
                    to.write('"');
                }
            }
            default -> to.write(c);
        }
    }

    private static void control(char c, boolean attribute, BodyBuffer to) {
        boolean whitespace = c == '\t' || c == '\n';
        if (whitespace && !attribute) {
            to.write(c);
        } else if (whitespace || c == '\r') {
            // As a reference, for a parser would make a space or a line feed of it.
            to.ascii("&#");
            to.ascii(Integer.toString(c));
            to.write(';');
        } else {
            codePoint(REPLACEMENT, to);
        }
    }

    private static void codePoint(int c, BodyBuffer to) {
        if (c < 0x800) {
            to.write(0xC0 | (c >> 6));
        } else if (c < 0x10000) {
            to.write(0xE0 | (c >> 12));
            to.write(0x80 | ((c >> 6) & 0x3F));
        } else {
            to.write(0xF0 | (c >> 18));
            to.write(0x80 | ((c >> 12) & 0x3F));
            to.write(0x80 | ((c >> 6) & 0x3F));
        }
        to.write(0x80 | (c & 0x3F));
    }
}
