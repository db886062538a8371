package io.switchboard.ecommerce.internal.refund;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.function.Supplier;

/** Ids that nobody can guess, and short enough for a step's letter behind them. Safe for use from many threads. */
final class QuoteIds implements Supplier<String> {
    private static final int BITS = 129;
    private static final int RADIX = 32;
    private static final int LENGTH = 26;

    private final SecureRandom random = new SecureRandom();

    @Override
    public String get() {
        String text = new BigInteger(BITS, random).toString(RADIX);
        return "0".repeat(LENGTH - text.length()) + text;
    }
}
