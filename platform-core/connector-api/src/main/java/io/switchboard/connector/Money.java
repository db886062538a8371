package io.switchboard.connector;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * An amount in a currency; on the wire an object of two strings. Immutable.
 *
 * @param amount the amount, in units of the currency; at most 19 digits before and 6 behind the point
 * @param currency the ISO 4217 code, three upper-case letters
 */
public record Money(BigDecimal amount, String currency) {
    /** Refuses nulls. */
    public Money {
        Objects.requireNonNull(amount, "amount");
        Objects.requireNonNull(currency, "currency");
    }

    /** An amount written as {@code 12.50}. */
    public static Money of(String amount, String currency) {
        return new Money(new BigDecimal(amount), currency);
    }
}
