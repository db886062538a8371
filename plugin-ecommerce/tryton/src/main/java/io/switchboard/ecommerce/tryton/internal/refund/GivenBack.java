package io.switchboard.ecommerce.tryton.internal.refund;

import java.math.BigDecimal;
import java.util.Map;

/**
 * What of a sale was given back. Immutable.
 *
 * @param amount the money, in the sale's currency, with tax; not negative
 * @param refunded for how many pieces of each line money was given back, by the number of the line
 * @param returning how many pieces of each line came back or are expected to, by the number of the line
 * @param version differs after every change of a return or credit note of the sale
 */
public record GivenBack(BigDecimal amount, Map<Long, Integer> refunded, Map<Long, Integer> returning, String version) {
    /** Nothing was. */
    public static final GivenBack NOTHING = new GivenBack(BigDecimal.ZERO, Map.of(), Map.of(), "");

    /** Copies the maps. */
    public GivenBack {
        refunded = Map.copyOf(refunded);
        returning = Map.copyOf(returning);
    }
}
