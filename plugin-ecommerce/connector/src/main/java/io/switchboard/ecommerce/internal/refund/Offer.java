package io.switchboard.ecommerce.internal.refund;

import io.switchboard.connector.Money;
import io.switchboard.ecommerce.spi.LineQuantity;
import java.util.List;

/**
 * What would be paid back, and on which terms. Immutable.
 *
 * @param customerId to whom
 * @param shop the instance of the shop
 * @param orderId the order, by the shop's id
 * @param orderNumber the order, by the customer's number
 * @param reason why
 * @param terms the rule that allows it
 * @param lines for which pieces
 * @param amount what the customer gets: what the pieces cost, less the fee
 * @param fee what is kept
 */
public record Offer(
        String customerId,
        String shop,
        String orderId,
        String orderNumber,
        RefundReason reason,
        Terms terms,
        List<RefundLine> lines,
        Money amount,
        Money fee) {
    /** Copies the list. */
    public Offer {
        lines = List.copyOf(lines);
    }

    /** The pieces, as shops speak of them. */
    List<LineQuantity> pieces() {
        return lines.stream()
                .map(line -> new LineQuantity(line.lineId(), line.quantity()))
                .toList();
    }
}
