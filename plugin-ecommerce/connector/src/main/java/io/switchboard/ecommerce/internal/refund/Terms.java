package io.switchboard.ecommerce.internal.refund;

/**
 * On which terms money goes back. Immutable.
 *
 * @param rule the rule's name, which callers are told
 * @param goodsBack whether the goods have to come back
 * @param feePercent what is kept of the price, in hundredths of it
 */
public record Terms(String rule, boolean goodsBack, int feePercent) {
    /** The same, as it stands in the table, where the fee is an amount. */
    static Terms recorded(String rule, boolean goodsBack) {
        return new Terms(rule, goodsBack, 0);
    }
}
