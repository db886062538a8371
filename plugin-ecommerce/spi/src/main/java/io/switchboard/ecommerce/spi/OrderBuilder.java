package io.switchboard.ecommerce.spi;

import io.switchboard.connector.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** Collects the components of an {@link Order}. Not safe for use from several threads. */
public final class OrderBuilder {
    private final String id;
    private final String number;
    private final String customerId;
    private final Instant placedAt;
    private final Money total;
    private OrderStatus status = OrderStatus.PLACED;
    private List<OrderLine> lines = List.of();
    private List<Shipment> shipments = List.of();
    private Money paid;
    private Money refunded;
    private String version = "";

    OrderBuilder(String id, String number, String customerId, Instant placedAt, Money total) {
        this.id = id;
        this.number = number;
        this.customerId = customerId;
        this.placedAt = placedAt;
        this.total = total;
        paid = new Money(BigDecimal.ZERO, total.currency());
        refunded = paid;
    }

    /** Sets where it stands. */
    public OrderBuilder status(OrderStatus value) {
        status = value;
        return this;
    }

    /** Sets what was ordered. */
    public OrderBuilder lines(List<OrderLine> value) {
        lines = value;
        return this;
    }

    /** Sets what is sent. */
    public OrderBuilder shipments(List<Shipment> value) {
        shipments = value;
        return this;
    }

    /** Sets what was paid; nothing, unless it is set. */
    public OrderBuilder paid(Money value) {
        paid = value;
        return this;
    }

    /** Sets what was given back; nothing, unless it is set. */
    public OrderBuilder refunded(Money value) {
        refunded = value;
        return this;
    }

    /** Sets the version. */
    public OrderBuilder version(String value) {
        version = value;
        return this;
    }

    /** Makes the order. */
    public Order build() {
        return new Order(id, number, customerId, placedAt, status, lines, shipments, total, paid, refunded, version);
    }
}
