package io.switchboard.ecommerce.tryton.internal.refund;

import io.switchboard.ecommerce.spi.NewCredit;
import io.switchboard.tryton.Row;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is sent to Tryton to make a credit note: the lines of the invoice the other way round, as Tryton's own wizard makes them. */
final class NoteForm {
    private static final String FEE = "Handling fee 手续费";
    private static final String ROUNDING = "Rounding 尾差";

    private NoteForm() {}

    /** The note, under its mark. */
    static Map<String, @Nullable Object> note(
            List<Books.Portion> portions, NewCredit wanted, String mark, String title) {
        Billed first = portions.get(0).line();
        List<Map<String, @Nullable Object>> lines = new ArrayList<>();
        for (Books.Portion portion : portions) {
            lines.add(line(portion));
        }
        BigDecimal fee = wanted.fee().amount();
        if (fee.signum() > 0) {
            lines.add(amount(first, FEE, fee));
        }
        Map<String, @Nullable Object> note = new LinkedHashMap<>();
        for (String field : Billed.INVOICE_REFERENCES) {
            note.put(field, first.invoice().number(field).orElse(null));
        }
        note.put("type", "out");
        note.put("reference", mark);
        note.put("description", title);
        note.put("lines", created(lines));
        return Map.of(Sold.NOTES, created(List.of(note)));
    }

    /** What is added to a note that is a little off what was agreed. */
    static Map<String, @Nullable Object> rounding(Billed like, BigDecimal amount) {
        return Map.of("lines", created(List.of(amount(like, ROUNDING, amount))));
    }

    private static Map<String, @Nullable Object> line(Books.Portion portion) {
        Row row = portion.line().row();
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        for (String field : Billed.REFERENCES) {
            line.put(field, row.number(field).orElse(null));
        }
        line.put("type", "line");
        line.put("invoice_type", "out");
        line.put("origin", portion.line().reference());
        line.put("quantity", portion.quantity().negate().doubleValue());
        line.put("unit_price", row.decimal("unit_price").orElse(null));
        line.put("description", row.text("description").orElse(null));
        line.put("taxes_deductible_rate", row.decimal("taxes_deductible_rate").orElse(null));
        line.put("taxes", List.of(List.of("add", row.ids("taxes"))));
        return line;
    }

    /** A sum of its own, in the account of a line and without tax. */
    private static Map<String, @Nullable Object> amount(Billed like, String what, BigDecimal amount) {
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        for (String field : List.of("company", "currency", "account")) {
            line.put(field, like.row().number(field).orElse(null));
        }
        line.put("type", "line");
        line.put("invoice_type", "out");
        line.put("quantity", 1.0);
        line.put("unit_price", amount);
        line.put("description", what);
        return line;
    }

    private static List<Object> created(List<Map<String, @Nullable Object>> records) {
        return List.of(List.of("create", records));
    }
}
