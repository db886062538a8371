package io.switchboard.core.internal.audit;

/**
 * Writes the object of a payload, in UTF-8. Nearly all of it is plain ASCII, which is copied in runs; with a general writer of JSON a line
 * costs nearly twice as much, on the one thread that has to keep up with all callers. For one thread.
 */
final class LineJson {
    private final LineBuffer out;
    private boolean first = true;

    /** Begins the object. */
    LineJson(LineBuffer out) {
        this.out = out;
        out.write('{');
    }

    /** Begins an object within it. */
    void begin(String name) {
        name(name);
        out.write('{');
        first = true;
    }

    /** Ends the object that was begun last. */
    void end() {
        out.write('}');
        first = false;
    }

    void number(String name, long value) {
        name(name);
        String digits = Long.toString(value);
        out.ascii(digits, 0, digits.length());
    }

    void yes(String name) {
        name(name);
        out.ascii("true", 0, 4);
    }

    /** Writes a text, cut where it is longer than so many characters. */
    void text(String name, String value, int limit) {
        name(name);
        out.write('"');
        int end = Math.min(value.length(), limit);
        int at = 0;
        while (at < end) {
            int run = endOfPlain(value, at, end);
            out.ascii(value, at, run);
            at = run;
            if (at < end) {
                other(value.charAt(at++));
            }
        }
        out.write('"');
    }

    /** Writes a text that is ASCII without quotes and backslashes, as Base64 is. */
    void ascii(String name, byte[] value) {
        name(name);
        out.write('"');
        out.write(value, 0, value.length);
        out.write('"');
    }

    private void name(String name) {
        if (!first) {
            out.write(',');
        }
        first = false;
        out.write('"');
        out.ascii(name, 0, name.length());
        out.write('"');
        out.write(':');
    }

    private static int endOfPlain(String value, int from, int end) {
        int at = from;
        while (at < end) {
            char c = value.charAt(at);
            if (c < 0x20 || c >= 0x80 || c == '"' || c == '\\') {
                break;
            }
            at++;
        }
        return at;
    }

    /** What is not plain. Surrogates are escaped each for itself, since what callers send may hold half a pair. */
    private void other(char c) {
        if (c == '"' || c == '\\') {
            out.write('\\');
            out.write(c);
        } else if (c < 0x20 || Character.isSurrogate(c)) {
            out.write('\\');
            out.write('u');
            for (int shift = 12; shift >= 0; shift -= 4) {
                out.write(Hex.digit(c >> shift));
            }
        } else if (c < 0x800) {
            out.write(0xC0 | (c >> 6));
            out.write(0x80 | (c & 0x3F));
        } else {
            out.write(0xE0 | (c >> 12));
            out.write(0x80 | ((c >> 6) & 0x3F));
            out.write(0x80 | (c & 0x3F));
        }
    }
}
