package io.switchboard.ecommerce.tryton.internal.poll;

import java.util.List;

/**
 * Which records tell that something happened. A record has no time of its last change before its first, so those that were made are asked
 * for beside those that were changed.
 */
enum Feed {
    SALES_MADE("sale.sale", "create_date"),
    SALES_CHANGED("sale.sale", "write_date"),
    SHIPMENTS_MADE("stock.shipment.out", "create_date"),
    SHIPMENTS_CHANGED("stock.shipment.out", "write_date"),
    MOVES_MADE("stock.move", "create_date"),
    MOVES_CHANGED("stock.move", "write_date");

    private final String model;
    private final String time;

    Feed(String model, String time) {
        this.model = model;
        this.time = time;
    }

    String model() {
        return model;
    }

    /** The field by which they are in order. */
    String time() {
        return time;
    }

    /** What is read of them. */
    List<String> fields() {
        return switch (this) {
            case SALES_MADE, SALES_CHANGED -> List.of(time, "party.code");
            case SHIPMENTS_MADE, SHIPMENTS_CHANGED -> List.of(time);
            case MOVES_MADE, MOVES_CHANGED -> List.of(time, "product.code");
        };
    }
}
