package io.switchboard.ecommerce.tryton.internal.sale;

import io.switchboard.tryton.Row;
import io.switchboard.tryton.Stamp;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/**
 * An invoice of a sale as it was read. Immutable.
 *
 * @param row the record with {@link #FIELDS}
 */
public record SaleInvoice(Row row) {
    /** The model. */
    public static final String MODEL = "account.invoice";

    /** What is read of it. */
    public static final List<String> FIELDS = List.of("state", "total_amount", "amount_to_pay", "sales", Stamp.FIELD);

    private static final Set<String> BOOKED = Set.of("posted", "paid");
    private static final Set<String> OPEN = Set.of("draft", "validated");

    /** Its number. */
    public long id() {
        return row.id();
    }

    /** What was paid of it; an invoice that is not in the books yet nobody has paid. */
    public BigDecimal paid() {
        if (!BOOKED.contains(row.text("state").orElse(""))) {
            return BigDecimal.ZERO;
        }
        BigDecimal total = row.decimal("total_amount").orElse(BigDecimal.ZERO);
        return total.subtract(row.decimal("amount_to_pay").orElse(BigDecimal.ZERO))
                .max(BigDecimal.ZERO);
    }

    /** Whether it was cancelled. */
    public boolean cancelled() {
        return row.text("state").filter("cancelled"::equals).isPresent();
    }

    /** Whether it is not in the books yet, and of no other sale. */
    public boolean revocable() {
        return OPEN.contains(row.text("state").orElse("")) && row.ids("sales").size() == 1;
    }

    /** In which state it was read. */
    public Stamp stamp() {
        return Stamp.of(MODEL, row);
    }
}
