package io.switchboard.connector;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;

/**
 * An amount in a currency; on the wire an object of two strings, {@code {"amount":"12.50","currency":"CNY"}}. Immutable.
 *
 * <p>The amount is kept with two decimals, or with as many more as it needs: {@code 5}, {@code 5.0} and {@code 5.00} are the same
 * money, and equal.
 *
 * @param amount the amount, in units of the currency; at most 18 digits before the point and 6 behind it
 * @param currency the ISO 4217 code, three upper-case letters; whether there is such a currency is not looked up
 */
public record Money(BigDecimal amount, String currency) {
    private static final int MOST_UNIT_DIGITS = 18;
    private static final int MOST_DECIMALS = 6;
    private static final int LEAST_DECIMALS = 2;

    /**
     * Brings the amount to its one form.
     *
     * @throws IllegalArgumentException where the amount has too many digits or the currency is not three upper-case letters
     */
    public Money {
        Objects.requireNonNull(amount, "amount");
        if (!isCode(currency)) {
            throw new IllegalArgumentException("a currency is three upper-case letters");
        }
        BigDecimal shortest = amount.stripTrailingZeros();
        // Looked at before the scale is set, for that writes out the zeros of 1E+999999999.
        if ((long) shortest.precision() - shortest.scale() > MOST_UNIT_DIGITS || shortest.scale() > MOST_DECIMALS) {
            throw new IllegalArgumentException("an amount has at most " + MOST_UNIT_DIGITS
                    + " digits before the point and " + MOST_DECIMALS + " behind it");
        }
        amount = shortest.setScale(Math.max(LEAST_DECIMALS, shortest.scale()), RoundingMode.UNNECESSARY);
    }

    /**
     * An amount written as {@code 12.50}.
     *
     * @throws IllegalArgumentException where the amount is no number or has too many digits, or the currency is not three upper-case
     *     letters
     */
    public static Money of(String amount, String currency) {
        return new Money(new BigDecimal(amount), currency);
    }

    private static boolean isCode(String currency) {
        boolean code = currency.length() == 3;
        for (int i = 0; code && i < 3; i++) {
            code = currency.charAt(i) >= 'A' && currency.charAt(i) <= 'Z';
        }
        return code;
    }
}
