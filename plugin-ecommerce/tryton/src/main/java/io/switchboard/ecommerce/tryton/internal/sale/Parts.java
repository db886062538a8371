package io.switchboard.ecommerce.tryton.internal.sale;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** What a sale costs, by its lines: shares of the total by what each costs with its taxes, which come to the total to the cent. */
final class Parts {
    private static final int SCALE = 10;

    private Parts() {}

    /**
     * The share of each.
     *
     * @param weights none negative
     * @param digits those of the currency behind the point
     */
    static List<BigDecimal> of(BigDecimal total, List<BigDecimal> weights, int digits) {
        BigDecimal sum = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        List<BigDecimal> parts = new ArrayList<>(weights.size());
        BigDecimal before = BigDecimal.ZERO;
        BigDecimal given = BigDecimal.ZERO;
        for (BigDecimal weight : weights) {
            before = before.add(weight);
            // Each rounds what it and those before it cost together: so nothing is lost by rounding.
            BigDecimal until = sum.signum() == 0
                    ? BigDecimal.ZERO.setScale(digits)
                    : total.multiply(before)
                            .divide(sum, SCALE, RoundingMode.HALF_UP)
                            .setScale(digits, RoundingMode.HALF_UP);
            parts.add(until.subtract(given));
            given = until;
        }
        return parts;
    }
}
