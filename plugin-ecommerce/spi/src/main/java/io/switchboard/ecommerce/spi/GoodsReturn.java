package io.switchboard.ecommerce.spi;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Goods of an order that come back. Immutable.
 *
 * @param id the backend's own id; at most 100 characters
 * @param orderId the order they are of, by the backend's own id
 * @param status where it stands
 * @param lines which; empty where the backend does not tell
 * @param at when it was announced
 */
public record GoodsReturn(String id, String orderId, ReturnStatus status, List<LineQuantity> lines, Instant at) {
    /** Refuses nulls; copies the list. */
    public GoodsReturn {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(orderId, "orderId");
        Objects.requireNonNull(status, "status");
        lines = List.copyOf(lines);
        Objects.requireNonNull(at, "at");
    }
}
