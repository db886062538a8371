package io.switchboard.ecommerce.spi;

import io.switchboard.connector.Money;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Money that is to be given back. Immutable.
 *
 * @param lines for which pieces, each line at most once; at least one
 * @param amount how much, in the order's currency: what the pieces cost, less the fee; above zero
 * @param fee what was taken off; zero where nothing was
 * @param reason why, in one line; at most 200 characters
 * @param returnId the return it belongs to, by the backend's own id; empty where no goods come back
 */
public record NewCredit(List<LineQuantity> lines, Money amount, Money fee, String reason, Optional<String> returnId) {
    /** Refuses nulls; copies the list. */
    public NewCredit {
        lines = List.copyOf(lines);
        Objects.requireNonNull(amount, "amount");
        Objects.requireNonNull(fee, "fee");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(returnId, "returnId");
    }
}
