package io.switchboard.ecommerce.tryton.internal.poll;

import io.switchboard.ecommerce.spi.Order;
import io.switchboard.ecommerce.spi.OrderStatus;
import io.switchboard.ecommerce.spi.Shipment;
import io.switchboard.ecommerce.spi.ShipmentStatus;
import io.switchboard.ecommerce.spi.Stock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How something stood when it was told of, as it is kept: Tryton says that something changed, and not from what.
 *
 * @param kind what it is
 * @param id which
 * @param state how it stood
 */
record Seen(Kind kind, String id, String state) {
    enum Kind {
        ORDER,
        STOCK
    }

    static Seen of(Order order) {
        String shipments = order.shipments().stream()
                .sorted(Comparator.comparing(Shipment::id))
                .map(each -> " " + each.id() + "=" + each.status())
                .collect(Collectors.joining());
        return new Seen(Kind.ORDER, order.id(), order.status() + shipments);
    }

    static Seen of(Stock stock) {
        return new Seen(
                Kind.STOCK,
                stock.sku(),
                stock.available() + stock.expected().map(day -> " " + day).orElse(""));
    }

    /** The same order as it stood then, as far as that is told. */
    Order before(Order now) {
        String[] words = state.split(" ", -1);
        List<Shipment> shipments = new ArrayList<>();
        for (int i = 1; i < words.length; i++) {
            int mark = words[i].indexOf('=');
            shipments.add(
                    Shipment.builder(words[i].substring(0, mark), ShipmentStatus.valueOf(words[i].substring(mark + 1)))
                            .build());
        }
        return Order.builder(now.id(), now.number(), now.customerId(), now.placedAt(), now.total())
                .status(OrderStatus.valueOf(words[0]))
                .shipments(shipments)
                .build();
    }
}
