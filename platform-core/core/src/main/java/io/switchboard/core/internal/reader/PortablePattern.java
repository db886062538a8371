package io.switchboard.core.internal.reader;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks in a regular expression for what Java has and ECMA-262 has not, or has with another meaning: the expression is published in
 * schemas, where others than Java read it. The expression is one that Java compiles.
 */
final class PortablePattern {
    /** Characters whose escape means themselves to both. */
    private static final String SYNTAX = "^$\\.*+?()[]{}|/";

    private static final Pattern ESCAPE = Pattern.compile(
            "\\\\(?:[dDwWsSbBtnrf1-9]|u[0-9A-Fa-f]{4}|x[0-9A-Fa-f]{2}|[pP]\\{(?:[LMNPSZC][a-z]?|sc=[A-Z][A-Za-z_]+)})");
    private static final Pattern QUANTIFIER = Pattern.compile("[*+?]|\\{[0-9]+(?:,[0-9]*)?}");

    private final String pattern;
    private int at;

    private PortablePattern(String pattern) {
        this.pattern = pattern;
    }

    /** The first part that is not portable; empty where all is. */
    static String foreign(String pattern) {
        return new PortablePattern(pattern).foreign();
    }

    private String foreign() {
        boolean brackets = false;
        while (at < pattern.length()) {
            char c = pattern.charAt(at);
            int length = c == '\\' ? escape(brackets) : brackets ? inBrackets(c) : outside(c);
            if (length < 0) {
                return pattern.substring(at, Math.min(pattern.length(), at - length));
            }
            brackets = c == '[' || (brackets && c != ']');
            at += length;
        }
        return "";
    }

    /** The length of an escape; negative where it is foreign. */
    private int escape(boolean brackets) {
        Matcher escape = ESCAPE.matcher(pattern).region(at, pattern.length());
        if (escape.lookingAt()) {
            return escape.end() - at;
        }
        char escaped = pattern.charAt(at + 1);
        return SYNTAX.indexOf(escaped) >= 0 || (brackets && escaped == '-') ? 2 : -2;
    }

    /** Java nests brackets and intersects them by {@code &&}. */
    private int inBrackets(char c) {
        if (c == '[') {
            return -1;
        }
        return pattern.startsWith("&&", at) ? -2 : 1;
    }

    private int outside(char c) {
        if (c == '[') {
            // A bracket that closes at once is a literal to Java and the end to others.
            int first = at + (pattern.startsWith("[^", at) ? 2 : 1);
            return pattern.startsWith("]", first) ? at - first - 1 : first - at;
        }
        if (c == '(' && pattern.startsWith("(?", at)) {
            boolean shared = at + 2 < pattern.length() && ":=!".indexOf(pattern.charAt(at + 2)) >= 0;
            return shared ? 3 : -4;
        }
        if (c == ']' || c == '}') {
            return -1;
        }
        Matcher quantifier = QUANTIFIER.matcher(pattern).region(at, pattern.length());
        if (!quantifier.lookingAt()) {
            return 1;
        }
        int end = quantifier.end();
        if (pattern.startsWith("+", end)) {
            return at - end - 1;
        }
        return end - at + (pattern.startsWith("?", end) ? 1 : 0);
    }
}
