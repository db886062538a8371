package io.switchboard.connector.http;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What may stand in a header (RFC 9110, section 5). */
final class HttpHeader {
    private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}");
    /** What the client itself has to say, or else questions could be smuggled or led astray. */
    private static final Set<String> ITS_OWN = Set.of(
            "host",
            "connection",
            "content-length",
            "transfer-encoding",
            "upgrade",
            "expect",
            "te",
            "trailer",
            "http2-settings",
            "traceparent");

    private HttpHeader() {}

    static String requireName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not the name of a header");
        }
        if (ITS_OWN.contains(name.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("the header " + name + " is the client's own");
        }
        return name;
    }

    /** The value is not told: it may be a credential, or somebody's data. */
    static String requireValue(String name, String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if ((c < ' ' && c != '\t') || c > '~') {
                throw new IllegalArgumentException(
                        "the value of the header " + name + " has a character that is not printable ASCII");
            }
        }
        return value;
    }
}
