package io.switchboard.ecommerce.spi;

import java.util.Objects;

/**
 * Some pieces of one line. Immutable.
 *
 * @param lineId the line, by {@link OrderLine#id()}
 * @param quantity how many of its pieces, at least one
 */
public record LineQuantity(String lineId, int quantity) {
    /** Refuses nulls, and less than one piece. */
    public LineQuantity {
        Objects.requireNonNull(lineId, "lineId");
        if (quantity < 1) {
            throw new IllegalArgumentException("at least one piece");
        }
    }
}
