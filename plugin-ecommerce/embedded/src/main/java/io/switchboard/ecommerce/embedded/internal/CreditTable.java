package io.switchboard.ecommerce.embedded.internal;

import io.switchboard.ecommerce.spi.CreditNote;
import io.switchboard.ecommerce.spi.LineQuantity;
import io.switchboard.ecommerce.spi.NewCredit;
import io.switchboard.sql.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** The statements on credit notes. */
final class CreditTable {
    private CreditTable() {}

    static void insert(Connection connection, long orderId, NewCredit wanted, String correlationId, Instant now)
            throws SQLException {
        long id = new Sql(
                        "insert into shop_credit (order_id, correlation_id, return_id, amount, fee, reason, created_at)"
                                + " values (?, ?, ?, ?, ?, ?, ?)")
                .value(orderId)
                .value(correlationId)
                .value(wanted.returnId().map(SqlOrders::number))
                .value(wanted.amount().amount())
                .value(wanted.fee().amount())
                .value(wanted.reason())
                .value(now)
                .insert(connection);
        for (LineQuantity line : wanted.lines()) {
            new Sql("insert into shop_credit_line (credit_id, line_id, quantity) values (?, ?, ?)")
                    .value(id)
                    .value(SqlOrders.number(line.lineId()))
                    .value(line.quantity())
                    .update(connection);
        }
    }

    static Optional<CreditNote> find(Connection connection, String customerId, long orderId, String correlationId)
            throws SQLException {
        return first(connection, select(customerId, orderId).add("and c.correlation_id = ?", correlationId));
    }

    static Optional<CreditNote> find(Connection connection, String customerId, long orderId, long id)
            throws SQLException {
        return first(connection, select(customerId, orderId).add("and c.id = ?", id));
    }

    private static Sql select(String customerId, long orderId) {
        return new Sql("select c.*, o.currency from shop_credit c join shop_order o on o.id = c.order_id"
                        + " where o.customer_id = ? and c.order_id = ?")
                .value(customerId)
                .value(orderId);
    }

    private static Optional<CreditNote> first(Connection connection, Sql sql) throws SQLException {
        return sql.first(
                connection,
                row -> new CreditNote(
                        Long.toString(row.getLong("id")),
                        Long.toString(row.getLong("order_id")),
                        OrderTable.money(row, "amount", row.getString("currency")),
                        Sql.instant(row, "created_at")));
    }
}
