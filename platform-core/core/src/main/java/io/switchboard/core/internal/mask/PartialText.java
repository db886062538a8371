package io.switchboard.core.internal.mask;

import io.switchboard.connector.DataClass;
import java.util.regex.Pattern;

/** The part of a sensitive text that leaves where a role sees it partially. What does not look like its class shows nothing. */
public final class PartialText {
    static final String STARS = "***";
    private static final int LONGEST_EMAIL = 254;
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@(?:[A-Za-z0-9-]+\\.)+[A-Za-z]{2,}");

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
        String tail = text.substring(text.length() - length);
        // Somebody's remark behind the number is no part of it.
        return tail.chars().allMatch(PartialText::isOfANumber) ? STARS + tail : STARS;
    }

    private static boolean isOfANumber(int c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
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
        if (text.length() > LONGEST_EMAIL || !EMAIL.matcher(text).matches()) {
            return STARS;
        }
        int at = text.indexOf('@');
        return head(text.substring(0, at), 1) + text.substring(at);
    }
}
