package io.switchboard.ecommerce.spi;

import io.switchboard.connector.Money;
import java.time.Instant;
import java.util.Objects;

/**
 * Money given back, as the shop has it in its books. Immutable.
 *
 * @param id the backend's own id; at most 100 characters
 * @param orderId the order it is for, by the backend's own id
 * @param amount how much
 * @param at when it was made
 */
public record CreditNote(String id, String orderId, Money amount, Instant at) {
    /** Refuses nulls. */
    public CreditNote {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(orderId, "orderId");
        Objects.requireNonNull(amount, "amount");
        Objects.requireNonNull(at, "at");
    }
}
