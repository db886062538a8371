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
import java.time.Duration;
import java.time.Instant;
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
    private static final String COMMITTED = "not in ('QUOTED', 'UNDONE')";
    private static final Duration SOON = Duration.ofSeconds(1);

    private OrderLedger() {}

    /** The serial of an order's row, which is made where there is none. */
    static long serial(Transactions transactions, OrderKey order) {
        Optional<Long> before = transactions.read(connection -> read(connection, order, ""));
        if (before.isPresent()) {
            return before.get();
        }
        try {
            transactions.write(
                    connection -> new Sql("insert into refund_order (shop, order_id, serial) values (?, ?, 0)")
                            .value(order.shop())
                            .value(order.orderId())
                            .update(connection));
            return 0;
        } catch (DuplicateAct e) {
            return transactions
                    .read(connection -> read(connection, order, ""))
                    .orElseThrow(() ->
                            ConnectorException.of(ErrorCode.BACKEND_FAILED).causedBy(e));
        }
    }

    /** Locks an order's row until the end of the transaction, and gives its serial. */
    static long lock(Connection connection, OrderKey order) throws SQLException {
        return read(connection, order, " for update").orElseThrow();
    }

    /** Whoever read the serial before has to look again. */
    static void move(Connection connection, OrderKey order) throws SQLException {
        of(order, "update refund_order set serial = serial + 1", "").update(connection);
    }

    /** Has nobody else do anything about an order's goods for a time; refuses where somebody does, or a refund is not finished. */
    static void hold(Connection connection, OrderKey order, Instant now, Instant until) throws SQLException {
        lock(connection, order);
        requireFree(connection, order, now);
        new Sql("update refund_order set serial = serial + 1, held_until = ? where shop = ? and order_id = ?")
                .value(until)
                .value(order.shop())
                .value(order.orderId())
                .update(connection);
    }

    /** Ends that before its time. */
    static void release(Connection connection, OrderKey order) throws SQLException {
        of(order, "update refund_order set serial = serial + 1, held_until = null", "")
                .update(connection);
    }

    private static void requireFree(Connection connection, OrderKey order, Instant now) throws SQLException {
        if (of(order, "select held_until from refund_order", " and held_until > ?")
                .value(now)
                .first(connection, row -> Sql.instant(row, "held_until"))
                .isPresent()) {
            throw ConnectorException.of(ErrorCode.BUSY).retryAfter(SOON);
        }
        if (unfinished(connection, order)) {
            throw ConnectorException.of(ErrorCode.CONFLICT, UNFINISHED);
        }
    }

    /** What the hub knows of an order's goods; and of those of one of its returns, where one is named. */
    static Goods goods(Connection connection, OrderKey key, Order live, Optional<String> returnId) throws SQLException {
        Map<String, Integer> kept = sum(connection, key, COMMITTED + " and r.goods_back = false", Optional.empty());
        Map<String, Integer> paidFor = returnId.isEmpty()
                ? Map.of()
                : sum(
                        connection,
                        key,
                        COMMITTED + " and coalesce(r.return_id, (select s.result from refund_step s"
                                + " where s.refund_id = r.id and s.step = 'RETURN')) = ?",
                        returnId);
        return new Goods(live, kept, paidFor);
    }

    /**
     * Refuses an offer that would pay back pieces twice or more than was paid.
     *
     * @param now the order as the shop has it, read since the serial that still holds
     */
    static void check(Connection connection, Offer offer, Live now, Instant at) throws SQLException {
        Order live = now.order();
        requireFree(connection, offer.order(), at);
        Map<String, Integer> committed = sum(connection, offer.order(), COMMITTED, Optional.empty());
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
        if (offer.terms().goodsBack()) {
            now.require(goods(connection, offer.order(), live, offer.returnId()), offer.pieces());
        }
        BigDecimal gone = live.refunded().amount().max(amount(connection, offer.order()));
        if (gone.add(offer.amount().amount()).compareTo(live.paid().amount()) > 0) {
            throw ConnectorException.of(ErrorCode.LIMIT_EXCEEDED, Pricing.ABOVE_PAID);
        }
    }

    private static Sql of(OrderKey order, String statement, String more) {
        return new Sql(statement + " where shop = ? and order_id = ?" + more)
                .value(order.shop())
                .value(order.orderId());
    }

    private static Optional<Long> read(Connection connection, OrderKey order, String more) throws SQLException {
        return of(order, "select serial from refund_order", more).first(connection, row -> row.getLong("serial"));
    }

    /** Of one whose money may have gone back or not nothing can be counted; with a person it stays so. */
    static boolean unfinished(Connection connection, OrderKey order) throws SQLException {
        return new Sql("select r.id from refund r" + OF_ORDER + "in ('RUNNING', 'UNDOING', 'HANDING', 'HANDED')"
                        + " and not exists (select 1 from refund_step s where s.refund_id = r.id and s.step = 'CREDIT'"
                        + " and s.state = 'DONE')")
                .value(order.shop())
                .value(order.orderId())
                .first(connection, row -> row.getString("id"))
                .isPresent();
    }

    private static Map<String, Integer> sum(Connection connection, OrderKey order, String which, Optional<String> value)
            throws SQLException {
        Map<String, Integer> byLine = new HashMap<>();
        Sql sql = new Sql(
                        "select l.line_id, sum(l.quantity) as pieces from refund_line l join refund r on r.id = l.refund_id"
                                + OF_ORDER + which)
                .value(order.shop())
                .value(order.orderId());
        value.ifPresent(sql::value);
        sql.add("group by l.line_id")
                .list(connection, row -> byLine.put(row.getString("line_id"), row.getInt("pieces")) == null);
        return byLine;
    }

    private static BigDecimal amount(Connection connection, OrderKey order) throws SQLException {
        return new Sql("select coalesce(sum(r.amount), 0) as amount from refund r" + OF_ORDER + COMMITTED)
                .value(order.shop())
                .value(order.orderId())
                .first(connection, row -> row.getBigDecimal("amount"))
                .orElse(BigDecimal.ZERO);
    }
}
