package io.switchboard.ecommerce.spi;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * How much there is of a product. Immutable.
 *
 * @param sku the product's code, as the shop writes it
 * @param name what it is called
 * @param available how many pieces can be sold now; never negative
 * @param expected when more are expected, where that is known
 */
public record Stock(String sku, String name, int available, Optional<LocalDate> expected) {
    /** Refuses nulls, and less than nothing. */
    public Stock {
        Objects.requireNonNull(sku, "sku");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(expected, "expected");
        if (available < 0) {
            throw new IllegalArgumentException("there is never less than nothing");
        }
    }
}
