package io.switchboard.ecommerce.tryton.internal.refund;

import io.switchboard.ecommerce.spi.LineQuantity;
import io.switchboard.ecommerce.spi.NewReturn;
import io.switchboard.tryton.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is sent to Tryton to make a return: a part of the sale the other way round. */
final class ReturnForm {
    private static final List<String> REFERENCES = List.of(
            "company",
            "party",
            "invoice_party",
            "shipment_party",
            "invoice_address",
            "shipment_address",
            "payment_term",
            "warehouse",
            "currency");

    private ReturnForm() {}

    static Map<String, @Nullable Object> of(Sold sale, NewReturn wanted, String mark) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (String field : REFERENCES) {
            values.put(field, sale.row().number(field).orElse(null));
        }
        List<Map<String, @Nullable Object>> lines = new ArrayList<>();
        for (LineQuantity each : wanted.lines()) {
            lines.add(line(sale, each));
        }
        values.put("origin", ReturnSale.origin(sale.id()));
        values.put("reference", mark);
        values.put("description", "Return of order " + sale.number() + " (" + wanted.reason() + ")");
        // The money goes back by a credit note of its own; else Tryton would make a second one when the goods are back.
        values.put("invoice_method", "manual");
        values.put("shipment_method", "order");
        values.put("lines", List.of(List.of("create", lines)));
        return values;
    }

    private static Map<String, @Nullable Object> line(Sold sale, LineQuantity wanted) {
        SoldLine sold = sale.line(wanted.lineId()).orElseThrow(Refusal::notAllowed);
        Row row = sale.row(sold);
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        line.put("type", "line");
        line.put("product", row.number("product").orElse(null));
        line.put("unit", row.number("unit").orElse(null));
        line.put("unit_price", row.decimal("unit_price").orElse(null));
        line.put("description", row.text("description").orElse(null));
        line.put("quantity", sold.quantity(wanted.quantity()).negate().doubleValue());
        line.put("taxes", List.of(List.of("add", row.ids("taxes"))));
        return line;
    }
}
