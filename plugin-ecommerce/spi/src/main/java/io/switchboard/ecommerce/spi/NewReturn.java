package io.switchboard.ecommerce.spi;

import java.util.List;
import java.util.Objects;

/**
 * Goods that are to come back. Immutable.
 *
 * @param lines which, each line at most once; at least one
 * @param reason why, in one line; at most 200 characters
 */
public record NewReturn(List<LineQuantity> lines, String reason) {
    /** Refuses nulls; copies the list. */
    public NewReturn {
        lines = List.copyOf(lines);
        Objects.requireNonNull(reason, "reason");
    }
}
