package io.switchboard.ecommerce.spi;

import io.switchboard.connector.Money;
import java.util.Objects;

/**
 * One line of an order. Immutable; made by {@link #of}.
 *
 * @param id names the line within its order; at most 100 characters, the same for as long as the order is there
 * @param sku the product's code
 * @param name what the customer bought, in the shop's words
 * @param quantity how many pieces, at least one; what is measured and not counted is one piece
 * @param total what the customer pays for all of them, with tax and after discounts; not negative
 * @param refunded for how many of them money was given back, in whichever way
 * @param returning how many of them came back or are expected to; those of returns that were withdrawn do not count
 */
public record OrderLine(String id, String sku, String name, int quantity, Money total, int refunded, int returning) {
    /** Refuses nulls and quantities that cannot be. */
    public OrderLine {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(sku, "sku");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(total, "total");
        if (quantity < 1 || refunded < 0 || returning < 0) {
            throw new IllegalArgumentException("a line has at least one piece");
        }
    }

    /** A line of which nothing was given back. */
    public static OrderLine of(String id, String sku, String name, int quantity, Money total) {
        return new OrderLine(id, sku, name, quantity, total, 0, 0);
    }

    /** The same, with what was given back of it. */
    public OrderLine withRefunded(int pieces) {
        return new OrderLine(id, sku, name, quantity, total, pieces, returning);
    }

    /** The same, with what came back of it or is expected to. */
    public OrderLine withReturning(int pieces) {
        return new OrderLine(id, sku, name, quantity, total, refunded, pieces);
    }
}
