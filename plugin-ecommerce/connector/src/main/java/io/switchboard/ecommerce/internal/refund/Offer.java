package io.switchboard.ecommerce.internal.refund;

import io.switchboard.connector.Money;
import io.switchboard.ecommerce.spi.LineQuantity;
import java.util.List;
import java.util.Optional;

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
 * @param returnId the return that was announced before, by the shop's id; empty where there is none
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
        Money fee,
        Optional<String> returnId) {
    /** Copies the list. */
    public Offer {
        lines = List.copyOf(lines);
    }

    /** Of which order. */
    OrderKey order() {
        return new OrderKey(shop, orderId);
    }

    /** Whether the refund itself has to announce that the goods come back. */
    boolean opensReturn() {
        return terms.goodsBack() && returnId.isEmpty();
    }

    /** The pieces, as shops speak of them. */
    List<LineQuantity> pieces() {
        return lines.stream()
                .map(line -> new LineQuantity(line.lineId(), line.quantity()))
                .toList();
    }
}
