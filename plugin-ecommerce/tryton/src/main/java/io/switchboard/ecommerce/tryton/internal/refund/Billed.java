package io.switchboard.ecommerce.tryton.internal.refund;

import io.switchboard.tryton.Row;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A line of an invoice that is in the books, by which a line of a sale was charged. Immutable.
 *
 * @param row what was read of it, by {@link #FIELDS}
 */
record Billed(Row row) {
    static final String MODEL = "account.invoice.line";
    /** The states of invoices that are in the books. */
    static final List<String> BOOKED = List.of("posted", "paid");

    /** Those of a line that a credit note has as the invoice does, each a number of a record or null. */
    static final Set<String> REFERENCES = Set.of("party", "currency", "company", "unit", "product", "account");

    /** The same of an invoice. */
    static final List<String> INVOICE_REFERENCES = List.of(
            "company",
            "party",
            "invoice_address",
            "currency",
            "journal",
            "account",
            "payment_term",
            "tax_identifier",
            "party_tax_identifier");

    static final List<String> FIELDS = Stream.of(
                    Stream.of(
                            "origin",
                            "quantity",
                            "amount",
                            "unit_price",
                            "description",
                            "taxes",
                            "taxes_deductible_rate",
                            "invoice",
                            "invoice.total_amount",
                            "invoice.untaxed_amount",
                            "invoice.amount_to_pay"),
                    REFERENCES.stream().sorted(),
                    INVOICE_REFERENCES.stream().map(field -> "invoice." + field))
            .flatMap(each -> each)
            .toList();

    /** As Tryton refers to it. */
    String reference() {
        return MODEL + "," + row.id();
    }

    /** The line of the sale, as Tryton refers to it. */
    String origin() {
        return row.text("origin").orElse("");
    }

    BigDecimal quantity() {
        return row.quantity("quantity").orElse(BigDecimal.ZERO);
    }

    /** What the line comes to, without tax. */
    BigDecimal amount() {
        return row.decimal("amount").orElse(BigDecimal.ZERO);
    }

    /** The invoice that it is of. */
    Row invoice() {
        return row.row("invoice").orElseThrow(Refusal::notAllowed);
    }
}
