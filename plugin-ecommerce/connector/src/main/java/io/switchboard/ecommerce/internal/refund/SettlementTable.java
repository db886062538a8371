package io.switchboard.ecommerce.internal.refund;

import io.switchboard.ecommerce.spi.Act;
import io.switchboard.sql.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** The statements on what people said of refunds. */
final class SettlementTable {
    private SettlementTable() {}

    static void insert(
            Connection connection,
            String refundId,
            Settlement outcome,
            Optional<String> creditNote,
            Act act,
            Instant now)
            throws SQLException {
        new Sql("insert into refund_settlement (refund_id, correlation_id, outcome, credit_note, client, employee,"
                        + " settled_at) values (?, ?, ?, ?, ?, ?, ?)")
                .value(refundId)
                .value(act.correlationId())
                .value(outcome)
                .value(creditNote)
                .value(act.client())
                .value(act.user())
                .value(now)
                .update(connection);
    }

    static boolean has(Connection connection, String refundId, String correlationId) throws SQLException {
        return new Sql("select refund_id from refund_settlement where refund_id = ? and correlation_id = ?")
                .value(refundId)
                .value(correlationId)
                .first(connection, row -> row.getString("refund_id"))
                .isPresent();
    }
}
