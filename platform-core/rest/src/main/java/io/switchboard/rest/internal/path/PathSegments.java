package io.switchboard.rest.internal.path;

import io.switchboard.connector.ErrorCode;
import io.switchboard.core.call.CallFailure;
import java.util.ArrayList;
import java.util.List;

/** Cuts a path, as it came, into its decoded segments; refuses whatever could be read in two ways. */
public final class PathSegments {
    private static final int MOST = 32;

    private PathSegments() {}

    /**
     * The segments of a path that begins with a slash.
     *
     * @throws CallFailure where one is empty, a dot or two, holds a slash, a semicolon or a control, or is not encoded rightly
     */
    public static List<String> of(String path) throws CallFailure {
        List<String> segments = new ArrayList<>(8);
        int start = 1;
        while (start <= path.length()) {
            int end = path.indexOf('/', start);
            if (end < 0) {
                end = path.length();
            }
            if (end == start) {
                throw CallFailure.of(
                        ErrorCode.NO_SUCH_OPERATION,
                        "The path has an empty segment: a slash at its end, or two in a row. Leave it out.",
                        "路径含有空段：末尾有斜杠或连续斜杠，请去掉。");
            }
            if (segments.size() == MOST) {
                throw CallFailure.of(ErrorCode.NO_SUCH_OPERATION, "The path has too many segments.", "路径段数过多。");
            }
            segments.add(segment(path.substring(start, end)));
            start = end + 1;
        }
        return segments;
    }

    private static String segment(String raw) throws CallFailure {
        String text = Percent.path(raw);
        if (text == null || raw.indexOf(';') >= 0 || isUnsafe(text)) {
            throw CallFailure.of(
                    ErrorCode.INVALID_ARGUMENTS,
                    "A segment of the path is not allowed: it must be percent-encoded UTF-8 without slashes, backslashes, "
                            + "semicolons (write %3B) or control characters, and neither \".\" nor \"..\".",
                    "路径段不合法：须为百分号编码的 UTF-8，不得含斜杠、反斜杠、分号（请写 %3B）或控制字符，也不得为 “.” 或 “..”。");
        }
        return text;
    }

    private static boolean isUnsafe(String text) {
        if (text.equals(".") || text.equals("..")) {
            return true;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '/' || c == '\\' || Character.isISOControl(c)) {
                return true;
            }
        }
        return false;
    }
}
