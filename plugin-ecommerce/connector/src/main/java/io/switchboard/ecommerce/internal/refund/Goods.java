package io.switchboard.ecommerce.internal.refund;

import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ErrorCode;
import io.switchboard.ecommerce.spi.GoodsReturn;
import io.switchboard.ecommerce.spi.LineQuantity;
import io.switchboard.ecommerce.spi.Order;
import io.switchboard.ecommerce.spi.OrderLine;
import io.switchboard.ecommerce.spi.ReturnStatus;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which pieces of an order are on their way back, or are back, and are not paid for: goods that come back once are paid for once, and are
 * announced once. Immutable.
 *
 * @param order as the shop has it
 * @param kept for how many pieces of each line the hub gave money back and the customer kept them, by the line's id
 * @param paidFor for how many pieces of each line of the return in question the hub gave money back
 */
record Goods(Order order, Map<String, Integer> kept, Map<String, Integer> paidFor) {
    /** Why not: these goods are announced already; a refund has to name their return. */
    static final String RETURN_OPEN = "return-open";
    /** Why not: the return was called off. */
    static final String WITHDRAWN = "return-withdrawn";
    /** Why not: these are not of the return, or are paid for. */
    static final String NOT_OF_RETURN = "not-of-return";

    /** Refuses a second announcement of pieces that are announced. */
    void requireNoneOpen(List<LineQuantity> pieces) {
        for (LineQuantity each : pieces) {
            if (unpaid(each.lineId()) > 0) {
                throw ConnectorException.of(ErrorCode.CONFLICT, RETURN_OPEN);
            }
        }
    }

    /** Refuses pieces that are not of a return, or are paid for. */
    void requireOf(GoodsReturn back, List<LineQuantity> pieces) {
        if (back.status() == ReturnStatus.WITHDRAWN) {
            throw ConnectorException.of(ErrorCode.CONFLICT, WITHDRAWN);
        }
        Map<String, Integer> left = new HashMap<>();
        left(back).forEach(each -> left.put(each.lineId(), each.quantity()));
        for (LineQuantity each : pieces) {
            if (each.quantity() > left.getOrDefault(each.lineId(), 0)) {
                throw ConnectorException.of(ErrorCode.CONFLICT, NOT_OF_RETURN);
            }
        }
    }

    /** The pieces of a return that are not paid for. */
    List<LineQuantity> left(GoodsReturn back) {
        return announced(back).entrySet().stream()
                .map(each -> Map.entry(
                        each.getKey(),
                        Math.min(each.getValue() - paidFor.getOrDefault(each.getKey(), 0), unpaid(each.getKey()))))
                .filter(each -> each.getValue() > 0)
                .sorted(Map.Entry.comparingByKey())
                .map(each -> new LineQuantity(each.getKey(), each.getValue()))
                .toList();
    }

    /** Whether nothing of a return is paid for, so that the customer may keep the goods after all. */
    boolean isUnpaid(GoodsReturn back) {
        return paidFor.isEmpty()
                && (back.lines().isEmpty()
                        ? order.lines().stream().allMatch(line -> unpaid(line.id()) == line.returning())
                        : back.lines().stream().allMatch(each -> each.quantity() <= unpaid(each.lineId())));
    }

    /** All that may be meant, where the shop does not tell which pieces a return has. */
    private Map<String, Integer> announced(GoodsReturn back) {
        Map<String, Integer> pieces = new HashMap<>();
        order.lines().forEach(line -> pieces.put(line.id(), back.lines().isEmpty() ? line.returning() : 0));
        back.lines().forEach(each -> pieces.merge(each.lineId(), each.quantity(), Integer::sum));
        return pieces;
    }

    private int unpaid(String lineId) {
        return order.lines().stream()
                .filter(line -> line.id().equals(lineId))
                .mapToInt(this::unpaid)
                .sum();
    }

    private int unpaid(OrderLine line) {
        int paidWithGoods = Math.max(0, line.refunded() - kept.getOrDefault(line.id(), 0));
        return Math.max(0, line.returning() - paidWithGoods);
    }
}
