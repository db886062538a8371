package io.switchboard.ecommerce.embedded.internal;

import io.switchboard.connector.Money;
import io.switchboard.connector.Page;
import io.switchboard.ecommerce.spi.Order;
import io.switchboard.ecommerce.spi.OrderLine;
import io.switchboard.ecommerce.spi.OrderQuery;
import io.switchboard.ecommerce.spi.OrderStatus;
import io.switchboard.ecommerce.spi.Shipment;
import io.switchboard.sql.Cursor;
import io.switchboard.sql.Sql;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The statements on orders. Each that finds one for a caller selects by the customer; {@link #owner} gives no order, and {@link #ofParcel}
 * says of whose order is to be told.
 */
final class OrderTable {
    private static final String SELECT =
            "select o.*, coalesce((select sum(c.amount) from shop_credit c where c.order_id = o.id), 0)"
                    + " as given_back from shop_order o where o.customer_id = ?";

    private OrderTable() {}

    /** Puts an order in with its lines and shipments, whose ids it chooses. */
    static void insert(Connection connection, Order order) throws SQLException {
        long id = new Sql(
                        "insert into shop_order (number, customer_id, placed_at, status, currency, total, paid, version)"
                                + " values (?, ?, ?, ?, ?, ?, ?, 1)")
                .value(order.number())
                .value(order.customerId())
                .value(order.placedAt())
                .value(order.status())
                .value(order.total().currency())
                .value(order.total().amount())
                .value(order.paid().amount())
                .insert(connection);
        for (OrderLine line : order.lines()) {
            LineTable.insert(connection, id, line);
        }
        for (Shipment shipment : order.shipments()) {
            ShipmentTable.insert(connection, id, shipment);
        }
    }

    /** Whether there is any. */
    static boolean isEmpty(Connection connection) throws SQLException {
        return new Sql("select id from shop_order fetch first 1 rows only")
                .list(connection, row -> row.getLong("id"))
                .isEmpty();
    }

    static Optional<Order> find(Connection connection, String customerId, long id) throws SQLException {
        return first(connection, new Sql(SELECT).value(customerId).add("and o.id = ?", id));
    }

    static Optional<Order> findByNumber(Connection connection, String customerId, String number) throws SQLException {
        return first(connection, new Sql(SELECT).value(customerId).add("and o.number = ?", number));
    }

    /** Nobody else writes to the order until the end of the transaction; false where the customer has no such. */
    static boolean lock(Connection connection, String customerId, long id) throws SQLException {
        return new Sql("select id from shop_order where customer_id = ? and id = ? for update")
                .value(customerId)
                .value(id)
                .first(connection, row -> row.getLong("id"))
                .isPresent();
    }

    static Optional<String> owner(Connection connection, long id, String number) throws SQLException {
        return new Sql("select customer_id from shop_order where id = ? or number = ?")
                .value(id)
                .value(number)
                .first(connection, row -> row.getString("customer_id"));
    }

    /** The order that a parcel is of; empty where it is of none of this shop's. */
    static Optional<Order> ofParcel(Connection connection, String tracking) throws SQLException {
        Optional<Order> whose = new Sql("select o.*, 0 as given_back from shop_order o"
                        + " join shop_shipment s on s.order_id = o.id where s.tracking = ? order by o.id")
                .value(tracking)
                .first(connection, row -> head(row).order());
        return whose.isEmpty()
                ? Optional.empty()
                : find(
                        connection,
                        whose.get().customerId(),
                        Long.parseLong(whose.get().id()));
    }

    static Page<Order> list(Connection connection, OrderQuery query) throws SQLException {
        Sql sql = new Sql(SELECT).value(query.customerId());
        if (!query.statuses().isEmpty()) {
            String marks =
                    String.join(", ", query.statuses().stream().map(each -> "?").toList());
            sql.add("and o.status in (" + marks + ")", query.statuses().toArray());
        }
        query.page()
                .cursor()
                .map(Cursor::parse)
                .ifPresent(last -> sql.add(
                        "and (o.placed_at < ? or (o.placed_at = ? and o.id < ?))", last.at(), last.at(), last.id()));
        int limit = query.page().limit();
        sql.add("order by o.placed_at desc, o.id desc fetch first ? rows only", limit + 1);
        List<Order> orders = new ArrayList<>();
        for (Head head : sql.list(connection, OrderTable::head)) {
            orders.add(whole(connection, head));
        }
        return Cursor.page(orders, limit, last -> new Cursor(last.placedAt(), Long.parseLong(last.id())));
    }

    static void setStatus(Connection connection, long id, OrderStatus status) throws SQLException {
        new Sql("update shop_order set status = ? where id = ?")
                .value(status)
                .value(id)
                .update(connection);
    }

    /** Every change of an order or of what belongs to it makes a version. */
    static void bump(Connection connection, long id) throws SQLException {
        new Sql("update shop_order set version = version + 1 where id = ?")
                .value(id)
                .update(connection);
    }

    static void insertChange(Connection connection, long id, String correlationId) throws SQLException {
        new Sql("insert into shop_change (order_id, correlation_id) values (?, ?)")
                .value(id)
                .value(correlationId)
                .update(connection);
    }

    static boolean hasChange(Connection connection, String customerId, long id, String correlationId)
            throws SQLException {
        return new Sql("select c.order_id from shop_change c join shop_order o on o.id = c.order_id"
                        + " where o.customer_id = ? and o.id = ? and c.correlation_id = ?")
                .value(customerId)
                .value(id)
                .value(correlationId)
                .first(connection, row -> row.getLong("order_id"))
                .isPresent();
    }

    /** What stands in the order's own row. */
    private record Head(Order order, long id, String currency) {}

    private static Optional<Order> first(Connection connection, Sql sql) throws SQLException {
        Optional<Head> head = sql.first(connection, OrderTable::head);
        return head.isEmpty() ? Optional.empty() : Optional.of(whole(connection, head.get()));
    }

    private static Head head(ResultSet row) throws SQLException {
        String currency = row.getString("currency");
        long id = row.getLong("id");
        Order order = Order.builder(
                        Long.toString(id),
                        row.getString("number"),
                        row.getString("customer_id"),
                        Sql.instant(row, "placed_at"),
                        money(row, "total", currency))
                .status(OrderStatus.valueOf(row.getString("status")))
                .paid(money(row, "paid", currency))
                .refunded(money(row, "given_back", currency))
                .version(Long.toString(row.getLong("version")))
                .build();
        return new Head(order, id, currency);
    }

    private static Order whole(Connection connection, Head head) throws SQLException {
        Order order = head.order();
        return Order.builder(order.id(), order.number(), order.customerId(), order.placedAt(), order.total())
                .status(order.status())
                .paid(order.paid())
                .refunded(order.refunded())
                .version(order.version())
                .lines(LineTable.list(connection, head.id(), head.currency()))
                .shipments(ShipmentTable.list(connection, head.id()))
                .build();
    }

    static Money money(ResultSet row, String column, String currency) throws SQLException {
        BigDecimal amount = row.getBigDecimal(column);
        return new Money(amount, currency);
    }
}
