package io.switchboard.connector.http;

import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ErrorCode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Paths and queries out of parts that may hold anything (RFC 3986). */
final class HttpTarget {
    private static final Pattern TEMPLATE =
            Pattern.compile("/(?:[A-Za-z0-9._~!$&'()*+,;=:@/-]|%[0-9A-Fa-f]{2}|\\{[^{}/]*})*");
    private static final Pattern PLACE = Pattern.compile("\\{[^{}]*}");
    private static final String UNRESERVED = "-._~";

    private HttpTarget() {}

    /** The path with each place in braces filled by the next value, escaped. */
    static String path(String template, Object... values) {
        if (!TEMPLATE.matcher(template).matches() || template.startsWith("//") || hasDots(template)) {
            throw new IllegalArgumentException("not a path that begins with one /, without dot segments: " + template);
        }
        var path = new StringBuilder();
        Matcher place = PLACE.matcher(template);
        int next = 0;
        while (place.find()) {
            if (next == values.length) {
                throw new IllegalArgumentException(template + " has more places than values");
            }
            place.appendReplacement(path, Matcher.quoteReplacement(escape(String.valueOf(values[next++]))));
        }
        place.appendTail(path);
        if (next < values.length) {
            throw new IllegalArgumentException(template + " has fewer places than values");
        }
        if (next > 0 && (hasDots(path) || hasHole(values))) {
            // A caller's id may be anything; one that no path can carry names nothing, and must not lead to another
            // path.
            throw ConnectorException.of(ErrorCode.NOT_FOUND);
        }
        return path.toString();
    }

    private static boolean hasDots(CharSequence path) {
        return ("" + path + "/").contains("/./") || ("" + path + "/").contains("/../");
    }

    private static boolean hasHole(Object... values) {
        return Arrays.stream(values).anyMatch(value -> String.valueOf(value).isEmpty());
    }

    /** Everything but letters, digits and {@code -._~} as the escaped bytes of UTF-8. */
    static String escape(String text) {
        var escaped = new StringBuilder(text.length() + 16);
        for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (each & 0xff);
            if ((c >= '0' && c <= '9')
                    || (c >= 'A' && c <= 'Z')
                    || (c >= 'a' && c <= 'z')
                    || UNRESERVED.indexOf(c) >= 0) {
                escaped.append(c);
            } else {
                escaped.append(String.format(Locale.ROOT, "%%%02X", (int) c));
            }
        }
        return escaped.toString();
    }
}
