package io.switchboard.ecommerce.spi;

import io.switchboard.connector.PageRequest;
import java.util.Objects;
import java.util.Set;

/**
 * Which of a customer's orders are wanted. Immutable.
 *
 * @param customerId whose
 * @param statuses only in one of these; empty: in any
 * @param page which part
 */
public record OrderQuery(String customerId, Set<OrderStatus> statuses, PageRequest page) {
    /** Refuses nulls; copies the set. */
    public OrderQuery {
        Objects.requireNonNull(customerId, "customerId");
        statuses = Set.copyOf(statuses);
        Objects.requireNonNull(page, "page");
    }
}
