package io.switchboard.ecommerce.embedded.internal;

import io.switchboard.ecommerce.spi.GoodsReturn;
import io.switchboard.ecommerce.spi.LineQuantity;
import io.switchboard.ecommerce.spi.NewReturn;
import io.switchboard.ecommerce.spi.ReturnStatus;
import io.switchboard.sql.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The statements on returns. Each that finds one selects by the customer. */
final class ReturnTable {
    private static final int MOST = 100;
    private static final String SELECT = "select r.* from shop_return r join shop_order o on o.id = r.order_id"
            + " where o.customer_id = ? and r.order_id = ?";

    private ReturnTable() {}

    static void insert(Connection connection, long orderId, NewReturn wanted, String correlationId, Instant now)
            throws SQLException {
        long id = new Sql("insert into shop_return (order_id, correlation_id, status, reason, created_at)"
                        + " values (?, ?, ?, ?, ?)")
                .value(orderId)
                .value(correlationId)
                .value(ReturnStatus.ANNOUNCED)
                .value(wanted.reason())
                .value(now)
                .insert(connection);
        for (LineQuantity line : wanted.lines()) {
            new Sql("insert into shop_return_line (return_id, line_id, quantity) values (?, ?, ?)")
                    .value(id)
                    .value(SqlOrders.number(line.lineId()))
                    .value(line.quantity())
                    .update(connection);
        }
    }

    static Optional<GoodsReturn> find(Connection connection, String customerId, long orderId, long id)
            throws SQLException {
        return all(connection, select(customerId, orderId).add("and r.id = ?", id)).stream()
                .findFirst();
    }

    static Optional<GoodsReturn> find(Connection connection, String customerId, long orderId, String correlationId)
            throws SQLException {
        return all(connection, select(customerId, orderId).add("and r.correlation_id = ?", correlationId)).stream()
                .findFirst();
    }

    static List<GoodsReturn> list(Connection connection, String customerId, long orderId) throws SQLException {
        List<GoodsReturn> newest =
                all(connection, select(customerId, orderId).add("order by r.id desc fetch first ? rows only", MOST));
        List<GoodsReturn> oldestFirst = new ArrayList<>();
        newest.forEach(each -> oldestFirst.add(0, each));
        return oldestFirst;
    }

    static void withdraw(Connection connection, long id) throws SQLException {
        new Sql("update shop_return set status = ? where id = ?")
                .value(ReturnStatus.WITHDRAWN)
                .value(id)
                .update(connection);
    }

    private static Sql select(String customerId, long orderId) {
        return new Sql(SELECT).value(customerId).value(orderId);
    }

    private static List<GoodsReturn> all(Connection connection, Sql sql) throws SQLException {
        List<GoodsReturn> all = new ArrayList<>();
        for (GoodsReturn each : sql.list(connection, ReturnTable::read)) {
            List<LineQuantity> lines = new Sql("select * from shop_return_line where return_id = ? order by line_id")
                    .value(Long.parseLong(each.id()))
                    .list(
                            connection,
                            row -> new LineQuantity(Long.toString(row.getLong("line_id")), row.getInt("quantity")));
            all.add(new GoodsReturn(each.id(), each.orderId(), each.status(), lines, each.at()));
        }
        return all;
    }

    private static GoodsReturn read(ResultSet row) throws SQLException {
        return new GoodsReturn(
                Long.toString(row.getLong("id")),
                Long.toString(row.getLong("order_id")),
                ReturnStatus.valueOf(row.getString("status")),
                List.of(),
                Sql.instant(row, "created_at"));
    }
}
