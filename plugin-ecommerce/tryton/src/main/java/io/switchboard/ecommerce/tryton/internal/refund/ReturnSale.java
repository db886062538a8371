package io.switchboard.ecommerce.tryton.internal.refund;

import io.switchboard.ecommerce.spi.GoodsReturn;
import io.switchboard.ecommerce.spi.LineQuantity;
import io.switchboard.ecommerce.spi.ReturnStatus;
import io.switchboard.ecommerce.tryton.internal.sale.Ids;
import io.switchboard.ecommerce.tryton.internal.sale.Sale;
import io.switchboard.tryton.Row;
import io.switchboard.tryton.Stamp;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A return, which in Tryton is a sale of negative quantities whose origin is the sale. The hub makes such, and people do. Immutable.
 *
 * @param row what was read of it, by {@link #FIELDS}
 */
record ReturnSale(Row row) {
    static final String MODEL = Sale.MODEL;
    static final List<String> FIELDS = List.of(
            "origin",
            "number",
            "reference",
            "state",
            "shipment_state",
            "create_date",
            "lines.type",
            "lines.product",
            "lines.quantity",
            "lines.amount",
            Stamp.FIELD);

    /** As Tryton refers to a sale. */
    static String origin(long sale) {
        return MODEL + "," + sale;
    }

    long id() {
        return row.id();
    }

    Stamp stamp() {
        return Stamp.of(MODEL, row);
    }

    String origin() {
        return row.text("origin").orElse("");
    }

    String number() {
        return row.text("number").orElse(Ids.text(id()));
    }

    String reference() {
        return row.text("reference").orElse("");
    }

    /** Whether the customer has a number for it; before that it is only being written down. */
    boolean draft() {
        return state().equals("draft");
    }

    ReturnStatus status() {
        if (state().equals("cancelled")) {
            return ReturnStatus.WITHDRAWN;
        }
        boolean back = row.text("shipment_state").filter("sent"::equals).isPresent();
        return back || state().equals("done") ? ReturnStatus.RECEIVED : ReturnStatus.ANNOUNCED;
    }

    List<SoldLine> lines() {
        return row.rows("lines").stream()
                .filter(line -> line.text("type").filter("line"::equals).isPresent())
                .map(SoldLine::back)
                .toList();
    }

    GoodsReturn goodsReturn(Sale sale) {
        Map<Long, BigDecimal> quantities = Matching.of(lines(), sale);
        List<LineQuantity> pieces = new ArrayList<>();
        sale.lines().stream().map(SoldLine::of).forEach(line -> {
            int back = line.pieces(quantities.getOrDefault(line.id(), BigDecimal.ZERO));
            if (back > 0) {
                pieces.add(new LineQuantity(Ids.text(line.id()), back));
            }
        });
        Instant at = row.instant("create_date").orElse(Instant.EPOCH);
        return new GoodsReturn(Ids.text(id()), Ids.text(sale.id()), status(), pieces, at);
    }

    private String state() {
        return row.text("state").orElse("");
    }
}
