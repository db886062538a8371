package io.switchboard.ecommerce.spi;

import io.switchboard.connector.event.Event;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What every shop tells of orders, shipments, returns and stock, and in the same words. A shop in the hub's own store tells it in the
 * transaction of the change; that of a remote system its poller tells alone, under a {@link Event.Builder#key} of that system's own.
 *
 * <p>What belongs to an order is about the order's customer, and told to nobody else's token; stock is about nobody. An address is never
 * in an event, only that it changed.
 *
 * <p>Each method takes the instance ({@link OrderBackend#INSTANCE}), since callers know an order as {@code tryton~123}, and the order as it
 * is after the change.
 */
public final class ShopEvents {
    /** There is a new order. */
    public static final String PLACED = "ecommerce.v1.order.placed";

    /** An order stands elsewhere than before. */
    public static final String ORDER_STATUS_CHANGED = "ecommerce.v1.order.status.changed";

    /** What is not sent yet goes to another address. */
    public static final String ADDRESS_CHANGED = "ecommerce.v1.order.address.changed";

    /** A shipment stands elsewhere than before, as the shop knows. */
    public static final String SHIPMENT_STATUS_CHANGED = "ecommerce.v1.shipment.status.changed";

    /** A parcel that is on its way goes to another address. */
    public static final String PARCEL_REDIRECTED = "ecommerce.v1.parcel.redirected";

    /** Goods are expected back. */
    public static final String RETURN_ANNOUNCED = "ecommerce.v1.return.announced";

    /** A return stands elsewhere than before. */
    public static final String RETURN_STATUS_CHANGED = "ecommerce.v1.return.status.changed";

    /** Money was given back. */
    public static final String CREDITED = "ecommerce.v1.order.credited";

    /** There is more or less of a product than before. */
    public static final String STOCK_CHANGED = "ecommerce.v1.stock.changed";

    private static final String READ = "ecommerce.read";
    private static final String STOCK = "ecommerce.stock";

    private ShopEvents() {}

    /** There is a new order. */
    public static Event.Builder placed(String instance, Order order) {
        return about(PLACED, instance, order, order.placedAt()).with("status", order.status());
    }

    /** An order stands elsewhere than before. */
    public static Event.Builder statusChanged(String instance, Order order, OrderStatus before, Instant at) {
        return about(ORDER_STATUS_CHANGED, instance, order, at)
                .with("from", before)
                .with("status", order.status());
    }

    /** What is not sent yet goes to another address; which, {@code order.get} tells. */
    public static Event.Builder addressChanged(String instance, Order order, Instant at) {
        return about(ADDRESS_CHANGED, instance, order, at);
    }

    /**
     * A shipment stands elsewhere than before.
     *
     * @param shipment one of the order's, as it is now
     * @param before empty where it is new
     */
    public static Event.Builder shipmentStatusChanged(
            String instance, Order order, Shipment shipment, Optional<ShipmentStatus> before, Instant at) {
        Event.Builder event = about(SHIPMENT_STATUS_CHANGED, instance, order, at)
                .with("shipmentId", marked(instance, shipment.id()))
                .with("status", shipment.status())
                .with("carrier", shipment.carrier());
        before.ifPresent(status -> event.with("from", status));
        shipment.trackingNumber().ifPresent(number -> event.with("trackingNumber", number));
        return event;
    }

    /** A parcel that is on its way goes to another address. */
    public static Event.Builder redirected(String instance, Order order, String trackingNumber, Instant at) {
        return about(PARCEL_REDIRECTED, instance, order, at).with("trackingNumber", trackingNumber);
    }

    /** Goods are expected back. */
    public static Event.Builder returnAnnounced(String instance, Order order, GoodsReturn made) {
        return about(RETURN_ANNOUNCED, instance, order, made.at())
                .with("returnId", marked(instance, made.id()))
                .with("status", made.status());
    }

    /** A return stands elsewhere than before. */
    public static Event.Builder returnStatusChanged(
            String instance, Order order, GoodsReturn now, ReturnStatus before, Instant at) {
        return about(RETURN_STATUS_CHANGED, instance, order, at)
                .with("returnId", marked(instance, now.id()))
                .with("from", before)
                .with("status", now.status());
    }

    /** Money was given back. */
    public static Event.Builder credited(String instance, Order order, CreditNote note) {
        return about(CREDITED, instance, order, note.at())
                .with("creditNote", marked(instance, note.id()))
                .with("amount", note.amount().amount())
                .with("currency", note.amount().currency());
    }

    /** There is more or less of a product than before; about nobody. */
    public static Event.Builder stockChanged(Stock stock, Instant at) {
        Event.Builder event = Event.builder(STOCK_CHANGED, STOCK)
                .subject(stock.sku())
                .at(at)
                .with("sku", stock.sku())
                .with("available", stock.available());
        stock.expected().ifPresent(date -> event.with("expected", date.toString()));
        return event;
    }

    /** What became of an order and of its shipments between two looks at it, in the order in which it is told. */
    public static List<Event.Builder> between(String instance, Order before, Order after, Instant at) {
        List<Event.Builder> events = new ArrayList<>();
        if (before.status() != after.status()) {
            events.add(statusChanged(instance, after, before.status(), at));
        }
        for (Shipment now : after.shipments()) {
            Optional<ShipmentStatus> was = before.shipments().stream()
                    .filter(each -> each.id().equals(now.id()))
                    .map(Shipment::status)
                    .findFirst();
            if (was.isEmpty() || was.get() != now.status()) {
                events.add(shipmentStatusChanged(instance, after, now, was, at));
            }
        }
        return events;
    }

    private static Event.Builder about(String type, String instance, Order order, Instant at) {
        String id = marked(instance, order.id());
        return Event.builder(type, READ)
                .about(order.customerId())
                .subject(id)
                .at(at)
                .with("orderId", id)
                .with("number", order.number());
    }

    private static String marked(String instance, String own) {
        return instance + "~" + own;
    }
}
