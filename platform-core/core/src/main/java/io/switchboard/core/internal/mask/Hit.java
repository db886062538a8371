package io.switchboard.core.internal.mask;

import io.switchboard.connector.DataClass;

/**
 * Something personal that stands in a text. Immutable.
 *
 * @param from where it begins, in characters
 * @param to where it ends, exclusive
 * @param dataClass what it is
 */
record Hit(int from, int to, DataClass dataClass) {
    /** What was found, written as in a field of its own: full-width characters as ASCII, and a number without what parts it. */
    String value(String text) {
        return isAsWritten(text) ? text.substring(from, to) : rewritten(text);
    }

    private boolean isAsWritten(String text) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            boolean kept = dataClass == DataClass.EMAIL ? c < Width.FIRST_WIDE : isOfANumber(c) && c != 'x';
            if (!kept) {
                return false;
            }
        }
        return true;
    }

    private String rewritten(String text) {
        StringBuilder value = new StringBuilder(to - from);
        for (int i = from; i < to; i++) {
            char c = Width.narrow(text.charAt(i));
            if (dataClass == DataClass.EMAIL || isOfANumber(c)) {
                value.append(c == 'x' && dataClass == DataClass.IDENTITY_DOCUMENT ? 'X' : c);
            }
        }
        return value.toString();
    }

    private static boolean isOfANumber(char c) {
        return (c >= '0' && c <= '9') || c == '+' || c == 'X' || c == 'x';
    }
}
