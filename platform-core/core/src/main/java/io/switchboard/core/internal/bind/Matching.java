package io.switchboard.core.internal.bind;

import java.util.regex.Pattern;

/**
 * Matches a caller's text against a connector's expression, at a bounded cost: an expression with a repetition within a repetition
 * may take longer than anybody lives, or all of the stack. A text that it would take so much for does not match.
 */
final class Matching {
    private static final int MOST_STEPS = 1_000_000;

    private Matching() {}

    static boolean matches(Pattern pattern, String text) {
        try {
            return pattern.matcher(new Counted(text)).matches();
        } catch (StackOverflowError | TooCostly e) {
            return false;
        }
    }

    private static final class TooCostly extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooCostly() {
            super("", null, false, false);
        }
    }

    /** A text that counts how often it is looked at. */
    private static final class Counted implements CharSequence {
        private final String text;
        private int steps;

        Counted(String text) {
            this.text = text;
        }

        @Override
        public char charAt(int index) {
            if (++steps > MOST_STEPS) {
                throw new TooCostly();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.substring(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
