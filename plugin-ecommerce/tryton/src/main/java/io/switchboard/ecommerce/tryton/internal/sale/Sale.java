package io.switchboard.ecommerce.tryton.internal.sale;

import io.switchboard.tryton.Row;
import io.switchboard.tryton.Stamp;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A sale as it was read, with its lines, shipments and invoices. Immutable.
 *
 * @param row the record with {@link #FIELDS}
 */
public record Sale(Row row) {
    /** The model. */
    public static final String MODEL = "sale.sale";

    /** What is read of it. */
    public static final List<String> FIELDS = List.of(
            "number",
            "reference",
            "state",
            "party.code",
            "party.name",
            "currency.code",
            "currency.digits",
            "create_date",
            "total_amount",
            "shipment_state",
            "shipment_address",
            "shipment_party",
            "lines.type",
            "lines.quantity",
            "lines.amount",
            "lines.description",
            "lines.product",
            "lines.product.code",
            "lines.product.name",
            "lines.taxes.rate",
            "lines.move_done",
            "lines.move_exception",
            "shipments.id",
            "invoices.id",
            Stamp.FIELD);

    /** Its number. */
    public long id() {
        return row.id();
    }

    /** Whose it is: the party's code. */
    public String customerId() {
        return party().text("code").orElse("");
    }

    /** Who bought: the number of the party. */
    public long partyId() {
        return party().id();
    }

    /** What the party is called. */
    public String partyName() {
        return party().text("name").orElse("");
    }

    /** Who the goods go to, where it is not who bought. */
    public long receiverId() {
        return row.number("shipment_party").orElse(partyId());
    }

    /** A field that holds a text. */
    public Optional<String> text(String field) {
        return row.text(field);
    }

    /** Where it stands, in Tryton's words. */
    public String state() {
        return row.text("state").orElse("");
    }

    /** When the record was made. */
    public Instant placedAt() {
        return row.instant("create_date").orElseThrow();
    }

    /** With tax. */
    public BigDecimal total() {
        return row.decimal("total_amount").orElse(BigDecimal.ZERO);
    }

    /** Of all amounts: three capital letters (ISO 4217). */
    public String currency() {
        return row.row("currency").flatMap(each -> each.text("code")).orElse("");
    }

    /** The number of the address that it says goods go to. */
    public Optional<Long> addressId() {
        return row.number("shipment_address");
    }

    /** Its lines that sell something, in their order. */
    public List<SaleLine> lines() {
        return row.rows("lines").stream()
                .map(SaleLine::new)
                .filter(SaleLine::sells)
                .toList();
    }

    /** What each of {@link #lines()} costs with tax and after discounts; all together what the sale does. */
    public List<BigDecimal> parts() {
        int digits = row.row("currency")
                .flatMap(each -> each.number("digits"))
                .orElse(2L)
                .intValue();
        return Parts.of(
                total().max(BigDecimal.ZERO),
                lines().stream().map(SaleLine::gross).toList(),
                digits);
    }

    /** The numbers of its shipments to the customer. */
    public List<Long> shipmentIds() {
        return row.rows("shipments").stream().map(Row::id).toList();
    }

    /** The numbers of its invoices; credit notes are none. */
    public List<Long> invoiceIds() {
        return row.rows("invoices").stream().map(Row::id).toList();
    }

    /** In which state it was read. */
    public Stamp stamp() {
        return Stamp.of(MODEL, row);
    }

    private Row party() {
        return row.row("party").orElseThrow();
    }
}
