package io.switchboard.rest.internal.path;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Decodes percent signs, strictly: two hexadecimal digits each, UTF-8 in all. */
public final class Percent {
    private Percent() {}

    /** A part of a path; null where it is not encoded as it should be. */
    public static @Nullable String path(String raw) {
        return isPlain(raw, false) ? raw : decode(raw, false);
    }

    /** A part of a query, where a plus is a space; null where it is not encoded as it should be. */
    public static @Nullable String query(String raw) {
        return isPlain(raw, true) ? raw : decode(raw, true);
    }

    private static boolean isPlain(String raw, boolean query) {
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == '%' || c >= 0x80 || (query && c == '+')) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable String decode(String raw, boolean plus) {
        ByteBuffer bytes = ByteBuffer.allocate(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c >= 0x80) {
                return null;
            }
            if (c != '%') {
                bytes.put((byte) (plus && c == '+' ? ' ' : c));
                continue;
            }
            int high = digit(raw, i + 1);
            int low = digit(raw, i + 2);
            if (high < 0 || low < 0) {
                return null;
            }
            bytes.put((byte) (high << 4 | low));
            i += 2;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(bytes.flip())
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    /** The hexadecimal digit at a place; -1 where there is none. Full-width digits are none. */
    private static int digit(String raw, int at) {
        return at < raw.length() && raw.charAt(at) < 0x80 ? Character.digit(raw.charAt(at), 16) : -1;
    }
}
