package io.switchboard.rest.internal.wire;

import java.util.Locale;

/** Walks over a header of weighted choices ({@code a/b;q=0.5, c/d}) without making anything that is not asked for. */
final class Weighted {
    private final String header;
    private int at;
    private String value = "";
    private int weight;

    Weighted(String header) {
        this.header = header;
    }

    /** Moves on to the next choice, if there is one. */
    boolean next() {
        while (at < header.length()) {
            int end = endOfChoice();
            String choice = header.substring(at, end);
            at = end + 1;
            int parameters = choice.indexOf(';');
            value = (parameters < 0 ? choice : choice.substring(0, parameters))
                    .strip()
                    .toLowerCase(Locale.ROOT);
            weight = parameters < 0 ? 1000 : weight(choice, parameters);
            if (!value.isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private int endOfChoice() {
        boolean quoted = false;
        for (int i = at; i < header.length(); i++) {
            char c = header.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                return i;
            }
        }
        return header.length();
    }

    /** The choice, in lower case, without parameters. */
    String value() {
        return value;
    }

    /** Its weight in thousandths; 0: not wanted. */
    int weight() {
        return weight;
    }

    private static int weight(String choice, int from) {
        int start = from;
        while (start >= 0) {
            int end = choice.indexOf(';', start + 1);
            String parameter =
                    choice.substring(start + 1, end < 0 ? choice.length() : end).strip();
            if (parameter.length() > 2 && (parameter.startsWith("q=") || parameter.startsWith("Q="))) {
                return thousandths(parameter.substring(2));
            }
            start = end;
        }
        return 1000;
    }

    private static int thousandths(String number) {
        if (number.length() > 5 || (number.length() > 1 && number.charAt(1) != '.')) {
            return 0;
        }
        int result = 0;
        int factor = 1000;
        for (int i = 0; i < number.length(); i++) {
            char c = number.charAt(i);
            if (i == 1) {
                continue;
            }
            if (c < '0' || c > '9') {
                return 0;
            }
            result += (c - '0') * factor;
            factor /= 10;
        }
        return Math.min(result, 1000);
    }
}
