package io.switchboard.ecommerce.tryton.internal.poll;

import java.util.Optional;

/**
 * A record that was made or changed. Immutable.
 *
 * @param position which, and when
 * @param about what of a shop it is about; empty where it is about nothing that is told of
 */
public record Touched(Position position, Optional<About> about) {
    /** An order or a product. */
    public sealed interface About permits OfOrder, OfProduct {}

    /**
     * An order.
     *
     * @param customerId whose it is
     * @param orderId its id
     */
    public record OfOrder(String customerId, String orderId) implements About {}

    /**
     * A product.
     *
     * @param sku its code
     */
    public record OfProduct(String sku) implements About {}
}
