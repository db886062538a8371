package io.switchboard.ecommerce.internal.refund;

import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ErrorCode;
import io.switchboard.ecommerce.spi.Order;
import io.switchboard.ecommerce.spi.OrderLine;
import io.switchboard.sql.DuplicateAct;
import io.switchboard.sql.Sql;
import io.switchboard.sql.Transactions;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the hub itself has committed of each order. A shop may credit the same goods twice and say nothing; here they are counted under
 * the lock of the order's row, so that of two refunds at once, on whichever node, one is refused.
 */
final class OrderLedger {
    /** Why not: another refund of the order is not finished. */
    static final String UNFINISHED = "unfinished";

    private static final String OF_ORDER = " where r.shop = ? and r.order_id = ? and r.state ";

    private OrderLedger() {}

    /** The serial of an order's row, which is made where there is none. */
    static long serial(Transactions transactions, Offer offer) {
        Optional<Long> before = transactions.read(connection -> read(connection, offer, ""));
        if (before.isPresent()) {
            return before.get();
        }
        try {
            transactions.write(
                    connection -> new Sql("insert into refund_order (shop, order_id, serial) values (?, ?, 0)")
                            .value(offer.shop())
                            .value(offer.orderId())
                            .update(connection));
            return 0;
        } catch (DuplicateAct e) {
            return transactions
                    .read(connection -> read(connection, offer, ""))
                    .orElseThrow(() ->
                            ConnectorException.of(ErrorCode.BACKEND_FAILED).causedBy(e));
        }
    }

    /** Locks an order's row until the end of the transaction, and gives its serial. */
    static long lock(Connection connection, Offer offer) throws SQLException {
        return read(connection, offer, " for update").orElseThrow();
    }

    /** Whoever read the serial before has to look again. */
    static void move(Connection connection, Offer offer) throws SQLException {
        new Sql("update refund_order set serial = serial + 1 where shop = ? and order_id = ?")
                .value(offer.shop())
                .value(offer.orderId())
                .update(connection);
    }

    /**
     * Refuses an offer that would pay back pieces twice or more than was paid.
     *
     * @param live the order as the shop has it, read since the serial that still holds
     */
    static void check(Connection connection, Offer offer, Order live) throws SQLException {
        if (unfinished(connection, offer)) {
            throw ConnectorException.of(ErrorCode.CONFLICT, UNFINISHED);
        }
        Map<String, Integer> committed = pieces(connection, offer);
        for (RefundLine wanted : offer.lines()) {
            OrderLine line = live.lines().stream()
                    .filter(each -> each.id().equals(wanted.lineId()))
                    .findFirst()
                    .orElseThrow(() -> ConnectorException.of(ErrorCode.CONFLICT, Refunds.CHANGED));
            int gone = Math.max(line.refunded(), committed.getOrDefault(line.id(), 0));
            if (gone + wanted.quantity() > line.quantity()) {
                throw ConnectorException.of(ErrorCode.CONFLICT, Pricing.ALREADY_REFUNDED);
            }
        }
        BigDecimal gone = live.refunded().amount().max(amount(connection, offer));
        if (gone.add(offer.amount().amount()).compareTo(live.paid().amount()) > 0) {
            throw ConnectorException.of(ErrorCode.LIMIT_EXCEEDED, Pricing.ABOVE_PAID);
        }
    }

    private static Optional<Long> read(Connection connection, Offer offer, String more) throws SQLException {
        return new Sql("select serial from refund_order where shop = ? and order_id = ?" + more)
                .value(offer.shop())
                .value(offer.orderId())
                .first(connection, row -> row.getLong("serial"));
    }

    /** Of one whose money may have gone back or not nothing can be counted; with a person it stays so. */
    private static boolean unfinished(Connection connection, Offer offer) throws SQLException {
        return new Sql("select r.id from refund r" + OF_ORDER + "in ('RUNNING', 'UNDOING', 'HANDING', 'HANDED')"
                        + " and not exists (select 1 from refund_step s where s.refund_id = r.id and s.step = 'CREDIT'"
                        + " and s.state = 'DONE')")
                .value(offer.shop())
                .value(offer.orderId())
                .first(connection, row -> row.getString("id"))
                .isPresent();
    }

    private static Map<String, Integer> pieces(Connection connection, Offer offer) throws SQLException {
        Map<String, Integer> byLine = new HashMap<>();
        new Sql("select l.line_id, sum(l.quantity) as pieces from refund_line l join refund r on r.id = l.refund_id"
                        + OF_ORDER + "not in ('QUOTED', 'UNDONE') group by l.line_id")
                .value(offer.shop())
                .value(offer.orderId())
                .list(connection, row -> byLine.put(row.getString("line_id"), row.getInt("pieces")) == null);
        return byLine;
    }

    private static BigDecimal amount(Connection connection, Offer offer) throws SQLException {
        return new Sql("select coalesce(sum(r.amount), 0) as amount from refund r" + OF_ORDER
                        + "not in ('QUOTED', 'UNDONE')")
                .value(offer.shop())
                .value(offer.orderId())
                .first(connection, row -> row.getBigDecimal("amount"))
                .orElse(BigDecimal.ZERO);
    }
}
