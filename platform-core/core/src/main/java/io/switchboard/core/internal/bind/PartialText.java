package io.switchboard.core.internal.bind;

import io.switchboard.connector.DataClass;

/** The part of a sensitive text that leaves where a role sees it partially. */
final class PartialText {
    private static final String STARS = "***";

    private PartialText() {}

    /** Whether a class has a partial form; where it has none, partial is hidden. */
    static boolean exists(DataClass dataClass) {
        return switch (dataClass) {
            case NAME, PHONE, EMAIL, IDENTITY_DOCUMENT, BANK_CARD, ADDRESS -> true;
            case BIRTH_DATE, AMOUNT, FREE_TEXT, CREDENTIAL -> false;
        };
    }

    static String of(DataClass dataClass, String text) {
        return switch (dataClass) {
            case PHONE, IDENTITY_DOCUMENT, BANK_CARD -> tail(text, 4);
            case NAME -> head(text, 1);
            case ADDRESS -> head(text, Math.min(6, text.codePointCount(0, text.length()) / 3));
            case EMAIL -> email(text);
            case BIRTH_DATE, AMOUNT, FREE_TEXT, CREDENTIAL -> STARS;
        };
    }

    private static String tail(String text, int length) {
        // What is hardly longer than the part that is shown would be shown almost whole.
        return text.length() < length * 2 ? STARS : STARS + text.substring(text.length() - length);
    }

    private static String head(String text, int length) {
        int codePoints = text.codePointCount(0, text.length());
        return codePoints <= length ? STARS : text.substring(0, text.offsetByCodePoints(0, length)) + STARS;
    }

    private static String email(String text) {
        int at = text.lastIndexOf('@');
        return at < 0 ? STARS : head(text.substring(0, at), 1) + text.substring(at);
    }
}
