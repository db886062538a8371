package io.switchboard.ecommerce.spi;

import io.switchboard.connector.Money;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * An order as it stood when it was read. Immutable; made by {@link #builder}.
 *
 * @param id the backend's own id, without the instance; at most 100 characters
 * @param number what the customer knows it by; at most 100 characters
 * @param customerId whose it is, by the CRM's id; the backend has read it from the row, not from the question
 * @param placedAt when it was placed
 * @param status where it stands
 * @param lines what was ordered, in a stable order; at most 200
 * @param shipments what is sent in which parcel; at most 50, none before the shop plans any
 * @param total what it costs in all, with tax, delivery and discounts
 * @param paid what was paid of that, in the same currency; what was given back is not taken off
 * @param refunded what was given back of that, in the same currency, in whichever way
 * @param version differs after every change of the order or of one of its shipments; opaque, at most 200 characters
 */
public record Order(
        String id,
        String number,
        String customerId,
        Instant placedAt,
        OrderStatus status,
        List<OrderLine> lines,
        List<Shipment> shipments,
        Money total,
        Money paid,
        Money refunded,
        String version) {
    /** Refuses nulls and amounts in several currencies; copies the lists. */
    public Order {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(customerId, "customerId");
        Objects.requireNonNull(placedAt, "placedAt");
        Objects.requireNonNull(status, "status");
        lines = List.copyOf(lines);
        shipments = List.copyOf(shipments);
        Objects.requireNonNull(version, "version");
        String currency = total.currency();
        if (!paid.currency().equals(currency)
                || !refunded.currency().equals(currency)
                || lines.stream().anyMatch(line -> !line.total().currency().equals(currency))) {
            throw new IllegalArgumentException("an order has one currency");
        }
    }

    /** Begins one by what every order has; the builder stays when components are added. */
    public static OrderBuilder builder(String id, String number, String customerId, Instant placedAt, Money total) {
        return new OrderBuilder(id, number, customerId, placedAt, total);
    }
}
