package io.switchboard.ecommerce.internal;

import io.switchboard.connector.CallContext;
import io.switchboard.ecommerce.internal.Inputs.RefundItem;
import io.switchboard.ecommerce.internal.OrderViews.AddressView;
import io.switchboard.ecommerce.internal.OrderViews.ItemView;
import io.switchboard.ecommerce.internal.OrderViews.OrderRow;
import io.switchboard.ecommerce.internal.OrderViews.OrderView;
import io.switchboard.ecommerce.internal.OrderViews.PaymentView;
import io.switchboard.ecommerce.internal.OrderViews.ReturnItem;
import io.switchboard.ecommerce.internal.OrderViews.ReturnView;
import io.switchboard.ecommerce.internal.OrderViews.ShipmentView;
import io.switchboard.ecommerce.internal.OrderViews.StepView;
import io.switchboard.ecommerce.internal.OrderViews.StockView;
import io.switchboard.ecommerce.internal.OrderViews.TrackingView;
import io.switchboard.ecommerce.internal.backend.Shop;
import io.switchboard.ecommerce.spi.Act;
import io.switchboard.ecommerce.spi.Address;
import io.switchboard.ecommerce.spi.GoodsReturn;
import io.switchboard.ecommerce.spi.LineQuantity;
import io.switchboard.ecommerce.spi.Order;
import io.switchboard.ecommerce.spi.OrderLine;
import io.switchboard.ecommerce.spi.OrderStatus;
import io.switchboard.ecommerce.spi.Parcel;
import io.switchboard.ecommerce.spi.PaymentStatus;
import io.switchboard.ecommerce.spi.Shipment;
import io.switchboard.ecommerce.spi.ShipmentStatus;
import io.switchboard.ecommerce.spi.Stock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** From what shops and carriers speak in to what callers read. */
final class OrderMapping {
    private OrderMapping() {}

    static Act act(CallContext call) {
        return new Act(
                call.correlationId(), call.principal().id(), call.principal().user());
    }

    static OrderView order(Shop shop, Order order, Function<Shipment, Optional<Parcel>> tracking) {
        return new OrderView(
                shop.mark(order.id()),
                order.number(),
                order.customerId(),
                order.placedAt(),
                order.status(),
                order.lines().stream().map(OrderMapping::item).toList(),
                payment(order),
                order.shipments().stream()
                        .map(each -> shipment(each, tracking.apply(each)))
                        .toList(),
                order.status() != OrderStatus.CANCELLED && sent(order) == 0);
    }

    static OrderRow row(Shop shop, Order order) {
        return new OrderRow(
                shop.mark(order.id()),
                order.number(),
                order.customerId(),
                order.placedAt(),
                order.status(),
                order.lines().stream().map(OrderLine::name).toList(),
                payment(order));
    }

    static StockView stock(Stock stock) {
        return new StockView(stock.sku(), stock.name(), stock.available(), stock.expected());
    }

    static AddressView address(Address address) {
        return new AddressView(
                address.recipient(),
                address.phone(),
                address.street(),
                address.city(),
                address.region(),
                address.postcode(),
                address.country());
    }

    static ReturnView goodsReturn(Shop shop, String customerId, GoodsReturn made) {
        return new ReturnView(
                shop.mark(made.id()),
                customerId,
                made.status(),
                made.lines().stream()
                        .map(line -> new ReturnItem(line.lineId(), line.quantity()))
                        .toList(),
                made.at());
    }

    /** None where the caller means all. */
    static List<LineQuantity> pieces(Optional<List<RefundItem>> items) {
        return items.orElse(List.of()).stream()
                .map(item -> new LineQuantity(item.itemId(), item.quantity()))
                .toList();
    }

    /** How many shipments were handed to a carrier. */
    static long sent(Order order) {
        return order.shipments().stream()
                .filter(each -> each.status() == ShipmentStatus.SENT || each.status() == ShipmentStatus.DELIVERED)
                .count();
    }

    private static ItemView item(OrderLine line) {
        return new ItemView(
                line.id(), line.sku(), line.name(), line.quantity(), line.total(), line.refunded(), line.returning());
    }

    private static PaymentView payment(Order order) {
        return new PaymentView(paid(order), order.total(), order.paid(), order.refunded());
    }

    private static PaymentStatus paid(Order order) {
        if (order.paid().amount().signum() == 0) {
            return PaymentStatus.UNPAID;
        }
        if (order.refunded().amount().signum() > 0) {
            return order.refunded().amount().compareTo(order.paid().amount()) < 0
                    ? PaymentStatus.PARTLY_REFUNDED
                    : PaymentStatus.REFUNDED;
        }
        return order.paid().amount().compareTo(order.total().amount()) < 0
                ? PaymentStatus.PARTLY_PAID
                : PaymentStatus.PAID;
    }

    private static ShipmentView shipment(Shipment shipment, Optional<Parcel> parcel) {
        return new ShipmentView(
                shipment.status(),
                shipment.carrier(),
                shipment.trackingNumber(),
                shipment.address().map(OrderMapping::address),
                shipment.sentAt(),
                shipment.deliveredAt().or(() -> parcel.flatMap(Parcel::deliveredAt)),
                parcel.map(OrderMapping::tracking));
    }

    private static TrackingView tracking(Parcel parcel) {
        return new TrackingView(
                parcel.status(),
                parcel.expected(),
                parcel.steps().stream()
                        .map(step -> new StepView(step.at(), step.place(), step.text()))
                        .toList());
    }
}
