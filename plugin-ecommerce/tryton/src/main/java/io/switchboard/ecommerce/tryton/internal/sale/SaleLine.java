package io.switchboard.ecommerce.tryton.internal.sale;

import io.switchboard.tryton.Row;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A line of a sale as it was read. Immutable.
 *
 * @param row the record
 */
public record SaleLine(Row row) {
    /** The model. */
    public static final String MODEL = "sale.line";

    /** Its number. */
    public long id() {
        return row.id();
    }

    /** Whether it sells something: titles, comments and subtotals do not, and discounts take away. */
    boolean sells() {
        return row.text("type").filter("line"::equals).isPresent() && quantity().signum() > 0 && amount().signum() >= 0;
    }

    /** How much was ordered, in its unit. */
    public BigDecimal quantity() {
        return row.quantity("quantity").orElse(BigDecimal.ZERO);
    }

    /** How many pieces that are: what is measured and not counted is one. */
    public int pieces() {
        BigDecimal whole = quantity().stripTrailingZeros();
        boolean counted = whole.scale() <= 0 && whole.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0;
        return counted ? whole.intValueExact() : 1;
    }

    /** Without tax. */
    public BigDecimal amount() {
        return row.decimal("amount").orElse(BigDecimal.ZERO);
    }

    /** With tax, as far as the taxes are rates. */
    BigDecimal gross() {
        BigDecimal rate = row.rows("taxes").stream()
                .flatMap(tax -> tax.decimal("rate").stream())
                .reduce(BigDecimal.ONE, BigDecimal::add);
        return amount().multiply(rate);
    }

    /** The number of the product; empty where the line names none. */
    public Optional<Long> productId() {
        return row.number("product");
    }

    /** The product's code; empty text where there is none. */
    public String sku() {
        return row.row("product").flatMap(each -> each.text("code")).orElse("");
    }

    /** What was sold. */
    public String name() {
        return row.row("product")
                .flatMap(each -> each.text("name"))
                .or(() -> row.text("description"))
                .orElse("");
    }

    /** Whether all of it that is to be sent was sent, or is not to be sent any more. */
    boolean settled() {
        return row.flag("move_done");
    }

    /** Whether a person still has to say what becomes of a part that was taken back from a shipment. */
    boolean open() {
        return row.flag("move_exception");
    }
}
