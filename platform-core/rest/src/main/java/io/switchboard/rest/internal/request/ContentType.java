package io.switchboard.rest.internal.request;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a body is written in. */
enum ContentType {
    JSON,
    XML;

    /** The type that a header names; null where it is none of ours, or not in UTF-8. */
    static @Nullable ContentType of(@Nullable String header) {
        if (header == null) {
            return null;
        }
        if (header.equals("application/json")) {
            return JSON;
        }
        int semicolon = header.indexOf(';');
        String type = (semicolon < 0 ? header : header.substring(0, semicolon))
                .strip()
                .toLowerCase(Locale.ROOT);
        if (semicolon >= 0 && !isUtf8(header, semicolon)) {
            return null;
        }
        return switch (type) {
            case "application/json" -> JSON;
            case "application/xml", "text/xml" -> XML;
            default -> null;
        };
    }

    private static boolean isUtf8(String header, int from) {
        int start = from;
        while (start >= 0) {
            int end = header.indexOf(';', start + 1);
            String parameter = header.substring(start + 1, end < 0 ? header.length() : end)
                    .strip()
                    .toLowerCase(Locale.ROOT);
            if (parameter.startsWith("charset=")) {
                String charset = parameter.substring("charset=".length());
                if (!charset.equals("utf-8") && !charset.equals("\"utf-8\"") && !charset.equals("utf8")) {
                    return false;
                }
            }
            start = end;
        }
        return true;
    }
}
