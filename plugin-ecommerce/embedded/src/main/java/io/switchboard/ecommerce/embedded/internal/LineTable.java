package io.switchboard.ecommerce.embedded.internal;

import io.switchboard.ecommerce.spi.OrderLine;
import io.switchboard.sql.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** The statements on the lines of orders. */
final class LineTable {
    private LineTable() {}

    static void insert(Connection connection, long orderId, OrderLine line) throws SQLException {
        new Sql("insert into shop_line (order_id, sku, name, quantity, total) values (?, ?, ?, ?, ?)")
                .value(orderId)
                .value(line.sku())
                .value(line.name())
                .value(line.quantity())
                .value(line.total().amount())
                .update(connection);
    }

    static List<OrderLine> list(Connection connection, long orderId, String currency) throws SQLException {
        return new Sql("select l.*,"
                        + " coalesce((select sum(c.quantity) from shop_credit_line c where c.line_id = l.id), 0) as paid_back,"
                        + " coalesce((select sum(b.quantity) from shop_return_line b join shop_return r on r.id = b.return_id"
                        + " where b.line_id = l.id and r.status <> 'WITHDRAWN'), 0) as sent_back"
                        + " from shop_line l where l.order_id = ? order by l.id")
                .value(orderId)
                .list(
                        connection,
                        row -> OrderLine.of(
                                        Long.toString(row.getLong("id")),
                                        row.getString("sku"),
                                        row.getString("name"),
                                        row.getInt("quantity"),
                                        OrderTable.money(row, "total", currency))
                                .withRefunded(row.getInt("paid_back"))
                                .withReturning(row.getInt("sent_back")));
    }
}
