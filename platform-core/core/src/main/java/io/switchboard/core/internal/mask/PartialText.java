package io.switchboard.core.internal.mask;

import io.switchboard.connector.DataClass;

/** The part of a sensitive text that leaves where a role sees it partially. What does not look like its class shows nothing. */
public final class PartialText {
    static final String STARS = "***";
    private static final int LONGEST_EMAIL = 254;

    private PartialText() {}

    /** Whether a class has a partial form; where it has none, partial is hidden. */
    public static boolean exists(DataClass dataClass) {
        return switch (dataClass) {
            case NAME, PHONE, EMAIL, IDENTITY_DOCUMENT, BANK_CARD, ADDRESS -> true;
            case BIRTH_DATE, AMOUNT, FREE_TEXT, CREDENTIAL -> false;
        };
    }

    /** That part; three stars where nothing is shown. */
    public static String of(DataClass dataClass, String text) {
        return switch (dataClass) {
            case PHONE, IDENTITY_DOCUMENT, BANK_CARD -> tail(text, 4);
            case NAME -> head(text, 1);
            case ADDRESS -> address(text);
            case EMAIL -> email(text);
            case BIRTH_DATE, AMOUNT, FREE_TEXT, CREDENTIAL -> STARS;
        };
    }

    private static String tail(String text, int length) {
        if (text.length() < length * 2) {
            // What is hardly longer than the part that is shown would be shown almost whole.
            return STARS;
        }
        int from = text.length() - length;
        for (int i = from; i < text.length(); i++) {
            if (!Width.isWord(text.charAt(i))) {
                // Somebody's remark behind the number is no part of it.
                return STARS;
            }
        }
        return STARS.concat(text.substring(from));
    }

    private static String head(String text, int length) {
        int codePoints = text.codePointCount(0, text.length());
        return codePoints <= length ? STARS : text.substring(0, text.offsetByCodePoints(0, length)) + STARS;
    }

    /** Chinese addresses begin with province and city; those in other scripts with the house, which is what is to be hidden. */
    private static String address(String text) {
        if (text.isEmpty() || Character.UnicodeScript.of(text.codePointAt(0)) != Character.UnicodeScript.HAN) {
            return STARS;
        }
        return head(text, Math.min(6, text.codePointCount(0, text.length()) / 3));
    }

    private static String email(String text) {
        int at = text.indexOf('@');
        if (text.length() > LONGEST_EMAIL || at < 1 || !isLocal(text, at) || !isDomain(text, at + 1)) {
            return STARS;
        }
        return head(text.substring(0, at), 1).concat(text.substring(at));
    }

    private static boolean isLocal(String text, int end) {
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            if (c == ' ' || (c >= '\t' && c <= '\r')) {
                return false;
            }
        }
        return true;
    }

    /** Labels of letters, digits and hyphens with dots between them, two at least; the last is of letters alone, two at least. */
    private static boolean isDomain(String text, int begin) {
        int label = begin;
        boolean letters = true;
        for (int i = begin; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.') {
                if (i == label) {
                    return false;
                }
                label = i + 1;
                letters = true;
            } else if (!Width.isWord(c) && c != '-') {
                return false;
            } else {
                letters &= c > '9';
            }
        }
        return label > begin && letters && text.length() - label >= 2;
    }
}
