package io.switchboard.ecommerce.tryton.internal.refund;

import io.switchboard.ecommerce.tryton.internal.sale.Ids;
import io.switchboard.ecommerce.tryton.internal.sale.Sale;
import io.switchboard.tryton.Row;
import io.switchboard.tryton.Stamp;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A sale of which something is to go back. Immutable.
 *
 * @param sale as it was read first; the lock is on that state of it
 * @param row what was read of it then, by {@link #FIELDS}
 */
record Sold(Sale sale, Row row) {
    /**
     * The list of the sale that holds the hub's credit notes. Tryton keeps invoices there that do not count for the progress of the
     * sale, which these do not; and since it is a field of the sale, a note is made in the same transaction in which Tryton looks whether
     * the sale is still as it was read.
     */
    static final String NOTES = "invoices_ignored";

    static final List<String> FIELDS = Stream.concat(
                    Stream.of(
                            "number",
                            "company",
                            "party",
                            "invoice_party",
                            "shipment_party",
                            "invoice_address",
                            "shipment_address",
                            "payment_term",
                            "warehouse",
                            "currency",
                            "currency.digits",
                            "lines.product",
                            "lines.unit",
                            "lines.unit_price",
                            "lines.description",
                            "lines.taxes"),
                    Note.FIELDS.stream().map(field -> NOTES + "." + field))
            .toList();

    long id() {
        return sale.id();
    }

    Stamp stamp() {
        return sale.stamp();
    }

    String number() {
        return row.text("number").orElse(Ids.text(id()));
    }

    /** How many decimals amounts have. */
    int digits() {
        return row.row("currency")
                .flatMap(each -> each.number("digits"))
                .orElse(2L)
                .intValue();
    }

    Optional<SoldLine> line(String id) {
        return sale.lines().stream()
                .filter(line -> Ids.text(line.id()).equals(id))
                .findFirst()
                .map(SoldLine::of);
    }

    /** What was read of a line. */
    Row row(SoldLine line) {
        return row.rows("lines").stream()
                .filter(each -> each.id() == line.id())
                .findFirst()
                .orElseThrow(Refusal::notAllowed);
    }

    /** The credit note that the hub made under a mark, but for one that was cancelled. */
    Optional<Note> note(String mark) {
        return row.rows(NOTES).stream()
                .map(Note::of)
                .filter(note -> note.reference().equals(mark) && !note.state().equals(Note.CANCELLED))
                .findFirst();
    }
}
