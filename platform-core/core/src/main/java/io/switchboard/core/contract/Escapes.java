package io.switchboard.core.contract;

/**
 * Keeps a value on one line, and shows what cannot be seen: backslashes, line ends, control and format characters, and blanks at either
 * end are escaped as in Java.
 */
final class Escapes {
    private Escapes() {}

    static String escape(String value) {
        StringBuilder line = new StringBuilder(value.length() + 8);
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\\') {
                line.append("\\\\");
            } else if (c == '\n') {
                line.append("\\n");
            } else if (isHidden(value, i)) {
                line.append(String.format("\\u%04x", (int) c));
            } else {
                line.append(c);
            }
        }
        return line.toString();
    }

    private static boolean isHidden(String value, int at) {
        char c = value.charAt(at);
        if (Character.isSpaceChar(c) && (at == 0 || at == value.length() - 1)) {
            return true;
        }
        if (Character.isSurrogate(c)) {
            // One alone cannot be written in UTF-8.
            boolean paired = Character.isHighSurrogate(c)
                    ? at + 1 < value.length() && Character.isLowSurrogate(value.charAt(at + 1))
                    : at > 0 && Character.isHighSurrogate(value.charAt(at - 1));
            return !paired;
        }
        int type = Character.getType(c);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }

    /**
     * The value of an escaped one.
     *
     * @throws IllegalArgumentException where an escape is none
     */
    static String unescape(String line) {
        StringBuilder value = new StringBuilder(line.length());
        int i = 0;
        while (i < line.length()) {
            char c = line.charAt(i++);
            if (c != '\\') {
                value.append(c);
                continue;
            }
            char kind = i < line.length() ? line.charAt(i++) : ' ';
            switch (kind) {
                case '\\' -> value.append('\\');
                case 'n' -> value.append('\n');
                case 'u' -> {
                    if (i + 4 > line.length()) {
                        throw new IllegalArgumentException("four digits");
                    }
                    value.append((char) Integer.parseInt(line.substring(i, i + 4), 16));
                    i += 4;
                }
                default -> throw new IllegalArgumentException("no such escape");
            }
        }
        return value.toString();
    }
}
