package io.switchboard.ecommerce.tryton.internal.refund;

import io.switchboard.ecommerce.tryton.internal.sale.SaleLine;
import io.switchboard.tryton.Row;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import java.util.Optional;

/**
 * What a line of a sale sold, or a line of a return takes back. Immutable.
 *
 * @param id the line
 * @param product of which product; empty where the line names none
 * @param quantity how much of it, not negative
 * @param price of one of it, without tax
 * @param pieces how many pieces that is
 */
record SoldLine(long id, Optional<Long> product, BigDecimal quantity, BigDecimal price, int pieces) {
    private static final int PRICE_DIGITS = 4;

    SoldLine {
        Objects.requireNonNull(product, "product");
        Objects.requireNonNull(quantity, "quantity");
        Objects.requireNonNull(price, "price");
    }

    static SoldLine of(SaleLine line) {
        return new SoldLine(
                line.id(), line.productId(), line.quantity(), price(line.amount(), line.quantity()), line.pieces());
    }

    /** A line that takes back: its quantity and its amount are negative in Tryton. */
    static SoldLine back(Row row) {
        BigDecimal quantity =
                row.quantity("quantity").orElse(BigDecimal.ZERO).negate().max(BigDecimal.ZERO);
        BigDecimal amount = row.decimal("amount").orElse(BigDecimal.ZERO).negate();
        return new SoldLine(row.id(), row.number("product"), quantity, price(amount, quantity), 0);
    }

    /** How many pieces a part of the quantity is; a part of a piece is a whole one. */
    int pieces(BigDecimal part) {
        if (part.signum() <= 0) {
            return 0;
        }
        return counted() ? part.setScale(0, RoundingMode.CEILING).intValue() : 1;
    }

    /** How much so many pieces are. */
    BigDecimal quantity(int wanted) {
        return counted() ? BigDecimal.valueOf(wanted) : quantity;
    }

    private boolean counted() {
        return quantity.compareTo(BigDecimal.valueOf(pieces)) == 0;
    }

    private static BigDecimal price(BigDecimal amount, BigDecimal quantity) {
        return quantity.signum() == 0 ? BigDecimal.ZERO : amount.divide(quantity, PRICE_DIGITS, RoundingMode.HALF_UP);
    }
}
