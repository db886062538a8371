package io.switchboard.ecommerce.tryton.internal.refund;

import io.switchboard.tryton.Row;
import io.switchboard.tryton.Stamp;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * A line of a credit note, whoever made it. Immutable.
 *
 * @param row what was read of it, by {@link #FIELDS}
 */
record Credited(Row row) {
    /** The states of notes that count: one that is not posted yet somebody is about to post. */
    static final List<String> STATES = List.of("draft", "validated", "posted", "paid");

    static final List<String> FIELDS = List.of(
            "origin",
            "quantity",
            "amount",
            "product",
            "invoice",
            "invoice.reference",
            "invoice.state",
            "invoice.total_amount",
            "invoice.untaxed_amount",
            "invoice.create_date",
            "invoice." + Stamp.FIELD);

    /** The line of the invoice or of the return that it gives money back for, as Tryton refers to it. */
    String origin() {
        return row.text("origin").orElse("");
    }

    /** What it gives back, with a quantity and an amount that are not negative. */
    SoldLine line() {
        return SoldLine.back(row);
    }

    long note() {
        return invoice().id();
    }

    Stamp stamp() {
        return Stamp.of(Note.MODEL, invoice());
    }

    String reference() {
        return invoice().text("reference").orElse("");
    }

    boolean booked() {
        return invoice().text("state").filter(Billed.BOOKED::contains).isPresent();
    }

    /** Without tax. */
    BigDecimal amount() {
        return row.decimal("amount").orElse(BigDecimal.ZERO).negate();
    }

    /** What the whole note gives back, tax included. */
    BigDecimal total() {
        return invoice().decimal("total_amount").orElse(BigDecimal.ZERO).negate();
    }

    /** What the whole note gives back without tax. */
    BigDecimal untaxed() {
        return invoice().decimal("untaxed_amount").orElse(BigDecimal.ZERO).negate();
    }

    Instant at() {
        return invoice().instant("create_date").orElse(Instant.EPOCH);
    }

    private Row invoice() {
        return row.row("invoice").orElseThrow(Refusal::notAllowed);
    }
}
