package io.switchboard.core.internal.mask;

/** Tells by its digits what a number is. */
final class Numerals {
    /** GB 11643-1999 over ISO 7064 MOD 11-2. */
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    private static final int[] CHECKS = {1, 0, -1, 9, 8, 7, 6, 5, 4, 3, 2};
    private static final int X = -1;

    private Numerals() {}

    /** A Chinese identity number of 18 places: 18 digits, or 17 and an X. */
    static boolean isIdentity(byte[] digits, int length, boolean x) {
        boolean shaped = length == 18 || (length == 17 && x);
        if (!shaped || !isRegion(digits) || !isDate(number(digits, 6, 4), digits, 10)) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * digits[i];
        }
        return CHECKS[sum % 11] == (length == 18 ? digits[17] : X);
    }

    /** One of the first generation, 15 digits without a check: only region and day of birth tell it. */
    static boolean isOldIdentity(byte[] digits) {
        return isRegion(digits) && isDate(1900 + number(digits, 6, 2), digits, 8);
    }

    private static boolean isRegion(byte[] digits) {
        return switch (number(digits, 0, 2)) {
            case 11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46 -> true;
            case 50, 51, 52, 53, 54, 61, 62, 63, 64, 65, 71, 81, 82, 83, 91 -> true;
            default -> false;
        };
    }

    private static boolean isDate(int year, byte[] digits, int at) {
        int month = number(digits, at, 2);
        int day = number(digits, at + 2, 2);
        return year >= 1850 && year < 2100 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
    }

    /** A Chinese mobile number, with the country's code or without. */
    static boolean isMobile(byte[] digits, int length) {
        int at = length - 11;
        boolean prefixed =
                at == 0 || (at == 2 && number(digits, 0, 2) == 86) || (at == 4 && number(digits, 0, 4) == 86);
        return prefixed && digits[at] == 1 && digits[at + 1] >= 3;
    }

    /**
     * A Chinese landline number with its area code.
     *
     * @param area how many digits stand apart in front; 0: none
     */
    static boolean isLandline(byte[] digits, int length, int area) {
        if (digits[0] != 0 || digits[1] == 0) {
            return false;
        }
        // Beijing and 02x have three places, all others four.
        int code = digits[1] <= 2 ? 3 : 4;
        boolean known = digits[1] != 1 || digits[2] == 0;
        boolean parted = area == 0 || area == 1 || area == code;
        int subscriber = length - code;
        return known && parted && (subscriber == 7 || subscriber == 8) && digits[code] >= 2 && digits[code] <= 8;
    }

    /** A number behind a plus sign, as E.164 has it. */
    static boolean isInternational(byte[] digits, int length) {
        return length <= 15 && digits[0] != 0;
    }

    /** The number of a bank card, by the digit of Luhn. */
    static boolean isCard(byte[] digits, int length) {
        // Short ones that begin with 1 are times in milliseconds.
        if (length < 13 || digits[0] == 0 || (digits[0] == 1 && length < 16)) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < length; i++) {
            int digit = digits[length - 1 - i] * (1 + (i & 1));
            sum += digit > 9 ? digit - 9 : digit;
        }
        return sum % 10 == 0;
    }

    private static int number(byte[] digits, int from, int length) {
        int number = 0;
        for (int i = 0; i < length; i++) {
            number = number * 10 + digits[from + i];
        }
        return number;
    }
}
