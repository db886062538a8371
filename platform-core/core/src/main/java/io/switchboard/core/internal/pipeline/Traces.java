package io.switchboard.core.internal.pipeline;

import io.switchboard.connector.Trace;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** Continues a caller's trace, or begins one (W3C Trace Context, level 1). */
final class Traces {
    private static final int LENGTH = 55;
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.ISO_8859_1);

    private Traces() {}

    static Trace from(Optional<String> traceparent) {
        String header = traceparent.orElse("");
        if (!isValid(header)) {
            return Trace.of(hex(32), hex(16), true);
        }
        boolean sampled = (Character.digit(header.charAt(54), 16) & 1) == 1;
        return Trace.of(header.substring(3, 35), hex(16), sampled);
    }

    /** The caller's span; empty where there is none, or it is not of the form. */
    static Optional<String> spanOf(Optional<String> traceparent) {
        return traceparent.filter(Traces::isValid).map(header -> header.substring(36, 52));
    }

    /** A name for a call: 32 hexadecimal digits. */
    static String newId() {
        return hex(32);
    }

    private static boolean isValid(String header) {
        // A later version may be longer; what it adds comes behind a dash.
        boolean shaped = header.length() >= LENGTH
                && header.charAt(2) == '-'
                && header.charAt(35) == '-'
                && header.charAt(52) == '-'
                && (header.length() == LENGTH || (header.charAt(55) == '-' && !header.startsWith("00")));
        return shaped
                && isHex(header, 0, 2)
                && !header.startsWith("ff")
                && isHex(header, 3, 35)
                && isHex(header, 36, 52)
                && isHex(header, 53, 55)
                && !isZero(header, 3, 35)
                && !isZero(header, 36, 52);
    }

    private static boolean isHex(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
                return false;
            }
        }
        return true;
    }

    private static boolean isZero(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) != '0') {
                return false;
            }
        }
        return true;
    }

    private static String hex(int digits) {
        byte[] text = new byte[digits];
        long bits = 0;
        for (int i = 0; i < digits; i++) {
            if (i % 16 == 0) {
                bits = ThreadLocalRandom.current().nextLong();
            }
            text[i] = HEX[(int) (bits & 15)];
            bits >>>= 4;
        }
        // One byte a character is how a String keeps it, so nothing is converted.
        return new String(text, StandardCharsets.ISO_8859_1);
    }
}
