package io.switchboard.ecommerce.embedded.internal;

import io.switchboard.connector.Money;
import io.switchboard.ecommerce.spi.Address;
import io.switchboard.ecommerce.spi.Order;
import io.switchboard.ecommerce.spi.OrderLine;
import io.switchboard.ecommerce.spi.OrderStatus;
import io.switchboard.ecommerce.spi.Parcel;
import io.switchboard.ecommerce.spi.ParcelStatus;
import io.switchboard.ecommerce.spi.Shipment;
import io.switchboard.ecommerce.spi.ShipmentStatus;
import io.switchboard.ecommerce.spi.TrackingStep;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An invented order and, once it was sent, its parcel. */
record DemoOrder(Order order, Optional<Parcel> parcel) {
    private static final Duration UNTIL_SENT = Duration.ofHours(20);
    private static final Duration UNTIL_DEPOT = Duration.ofHours(28);
    private static final Duration UNTIL_DELIVERED = Duration.ofHours(66);

    /** Collects what an order is made of. */
    static final class Maker {
        private final String customerId;
        private final String number;
        private final boolean chinese;
        private final Address address;
        private final Instant placedAt;
        private final Map<DemoProduct, Integer> items = new LinkedHashMap<>();

        Maker(String customerId, String number, boolean chinese, Address address, Instant placedAt) {
            this.customerId = customerId;
            this.number = number;
            this.chinese = chinese;
            this.address = address;
            this.placedAt = placedAt;
        }

        Maker item(DemoProduct product, int quantity) {
            items.merge(product, quantity, Integer::sum);
            return this;
        }

        DemoOrder make(OrderStatus status) {
            List<OrderLine> lines = new ArrayList<>();
            items.forEach((product, quantity) -> lines.add(line(product, quantity)));
            BigDecimal total =
                    lines.stream().map(line -> line.total().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
            BigDecimal paid = status == OrderStatus.PLACED || status == OrderStatus.CANCELLED ? BigDecimal.ZERO : total;
            Order order = Order.builder("", number, customerId, placedAt, money(total))
                    .status(status)
                    .lines(lines)
                    .shipments(List.of(shipment(status)))
                    .paid(money(paid))
                    .build();
            return new DemoOrder(order, sent(status) ? Optional.of(parcel(status)) : Optional.empty());
        }

        private OrderLine line(DemoProduct product, int quantity) {
            BigDecimal price = new BigDecimal(chinese ? product.yuan() : product.pounds());
            String name = chinese ? product.nameZh() : product.name();
            return OrderLine.of("", product.sku(), name, quantity, money(price.multiply(BigDecimal.valueOf(quantity))));
        }

        private Money money(BigDecimal amount) {
            return new Money(amount, chinese ? "CNY" : "GBP");
        }

        private Shipment shipment(OrderStatus status) {
            Shipment.Builder shipment = Shipment.builder("", statusOf(status))
                    .address(Optional.of(address))
                    .carrier(chinese ? "顺丰速运" : "Royal Mail");
            if (sent(status)) {
                shipment.trackingNumber(Optional.of(tracking())).sentAt(Optional.of(placedAt.plus(UNTIL_SENT)));
            }
            if (status == OrderStatus.DELIVERED) {
                shipment.deliveredAt(Optional.of(placedAt.plus(UNTIL_DELIVERED)));
            }
            return shipment.build();
        }

        private Parcel parcel(OrderStatus status) {
            boolean there = status == OrderStatus.DELIVERED;
            Instant arrival = placedAt.plus(UNTIL_DELIVERED);
            List<TrackingStep> steps = new ArrayList<>();
            steps.add(step(UNTIL_SENT, "已揽收", "Picked up"));
            steps.add(step(UNTIL_DEPOT, "已到达转运中心", "Arrived at the depot"));
            if (there) {
                steps.add(step(UNTIL_DELIVERED, "已签收", "Delivered"));
            }
            return Parcel.builder(tracking(), there ? ParcelStatus.DELIVERED : ParcelStatus.IN_TRANSIT)
                    .redirectable(!there)
                    .expected(there ? Optional.empty() : Optional.of(LocalDate.ofInstant(arrival, ZoneOffset.UTC)))
                    .deliveredAt(there ? Optional.of(arrival) : Optional.empty())
                    .steps(steps)
                    .build();
        }

        private TrackingStep step(Duration after, String zh, String en) {
            return new TrackingStep(placedAt.plus(after), address.city(), chinese ? zh : en);
        }

        private String tracking() {
            return (chinese ? "SF" : "RM") + number.substring(2);
        }

        private static boolean sent(OrderStatus status) {
            return status == OrderStatus.SHIPPED || status == OrderStatus.DELIVERED;
        }

        private static ShipmentStatus statusOf(OrderStatus status) {
            return switch (status) {
                case PLACED, CONFIRMED -> ShipmentStatus.WAITING;
                case SHIPPED -> ShipmentStatus.SENT;
                case DELIVERED -> ShipmentStatus.DELIVERED;
                case CANCELLED -> ShipmentStatus.CANCELLED;
            };
        }
    }
}
