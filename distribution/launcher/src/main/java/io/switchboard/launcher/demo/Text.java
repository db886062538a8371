package io.switchboard.launcher.demo;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** JSON as text: as much reading and laying out as a screen needs. The launcher has no JSON library, and wants none for this. */
record Text(String json) {
    private static final String STEP = "  ";

    static Text of(String json) {
        return new Text(json);
    }

    /** The first member of a name that is a text or a number, wherever it stands; empty when there is none. */
    String member(String name) {
        Matcher matcher = Pattern.compile("\"" + Pattern.quote(name) + "\"\\s*:\\s*(?:\"([^\"\\\\]*)\"|([-0-9.a-z]+))")
                .matcher(json);
        if (!matcher.find()) {
            return "";
        }
        return matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
    }

    /** One member a line. */
    String laidOut(String indent) {
        StringBuilder out = new StringBuilder(indent);
        StringBuilder margin = new StringBuilder(indent);
        boolean inText = false;
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (inText) {
                out.append(c);
                if (c == '\\' && i + 1 < json.length()) {
                    out.append(json.charAt(++i));
                } else if (c == '"') {
                    inText = false;
                }
                continue;
            }
            switch (c) {
                case '"' -> {
                    inText = true;
                    out.append(c);
                }
                case '{', '[' -> {
                    out.append(c);
                    if (!closesAtOnce(i)) {
                        margin.append(STEP);
                        out.append('\n').append(margin);
                    }
                }
                case '}', ']' -> {
                    if (json.charAt(i - 1) != '{' && json.charAt(i - 1) != '[') {
                        margin.setLength(margin.length() - STEP.length());
                        out.append('\n').append(margin);
                    }
                    out.append(c);
                }
                case ',' -> out.append(",\n").append(margin);
                case ':' -> out.append(": ");
                default -> out.append(c);
            }
        }
        return out.toString();
    }

    private boolean closesAtOnce(int open) {
        return open + 1 < json.length() && (json.charAt(open + 1) == '}' || json.charAt(open + 1) == ']');
    }
}
