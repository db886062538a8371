package io.switchboard.ecommerce.tryton.internal.refund;

import io.switchboard.connector.Money;
import io.switchboard.ecommerce.spi.CreditNote;
import io.switchboard.ecommerce.tryton.internal.sale.Ids;
import io.switchboard.tryton.Row;
import io.switchboard.tryton.Stamp;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A credit note that the hub made for a sale; one that is not posted is no money yet. Immutable.
 *
 * @param stamp the state in which it was read
 * @param reference by what it is found again
 * @param state where it stands in Tryton
 * @param total what it comes to, tax included; below zero
 * @param reckoned whether Tryton has worked out its taxes
 * @param at when it was made
 */
record Note(Stamp stamp, String reference, String state, BigDecimal total, boolean reckoned, Instant at) {
    static final String MODEL = "account.invoice";
    static final String CANCELLED = "cancelled";
    static final List<String> FIELDS =
            List.of("reference", "state", "total_amount", "create_date", "write_date", Stamp.FIELD);
    private static final Set<String> FINAL = Set.of("posted", "paid");

    Note {
        Objects.requireNonNull(stamp, "stamp");
        Objects.requireNonNull(at, "at");
    }

    static Note of(Row row) {
        return new Note(
                Stamp.of(MODEL, row),
                row.text("reference").orElse(""),
                row.text("state").orElse(""),
                row.decimal("total_amount").orElse(BigDecimal.ZERO),
                // Tryton works them out when a draft is written to, and not yet when it is made from within a sale.
                row.instant("write_date").isPresent(),
                row.instant("create_date").orElse(Instant.EPOCH));
    }

    boolean posted() {
        return FINAL.contains(state);
    }

    CreditNote creditNote(Sold sale) {
        return new CreditNote(
                Ids.text(stamp.id()),
                Ids.text(sale.id()),
                new Money(total.negate(), sale.sale().currency()),
                at);
    }
}
