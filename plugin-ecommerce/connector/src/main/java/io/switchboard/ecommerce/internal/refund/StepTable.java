package io.switchboard.ecommerce.internal.refund;

import io.switchboard.sql.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** The statements on the steps of refunds. */
final class StepTable {
    static final String BEGUN = "BEGUN";
    static final String DONE = "DONE";

    private StepTable() {}

    /** Writes down that a step is about to be taken, perhaps not for the first time. */
    static void begin(Connection connection, String refundId, Step step, Instant now) throws SQLException {
        int again = new Sql("update refund_step set begun_at = ? where refund_id = ? and step = ?")
                .value(now)
                .value(refundId)
                .value(step)
                .update(connection);
        if (again == 0) {
            new Sql("insert into refund_step (refund_id, step, state, begun_at) values (?, ?, ?, ?)")
                    .value(refundId)
                    .value(step)
                    .value(BEGUN)
                    .value(now)
                    .update(connection);
        }
    }

    static void done(Connection connection, String refundId, Step step, Optional<String> result) throws SQLException {
        new Sql("update refund_step set state = ?, result = ? where refund_id = ? and step = ?")
                .value(DONE)
                .value(result)
                .value(refundId)
                .value(step)
                .update(connection);
    }

    /** Whether a credit note is what another refund at the same shop has made. */
    static boolean isOfAnother(Connection connection, Refund refund, String creditNote) throws SQLException {
        return new Sql("select r.id from refund_step s join refund r on r.id = s.refund_id"
                        + " where r.shop = ? and r.order_id = ? and r.id <> ? and s.step = 'CREDIT' and s.result = ?")
                .value(refund.offer().shop())
                .value(refund.offer().orderId())
                .value(refund.id())
                .value(creditNote)
                .first(connection, row -> row.getString("id"))
                .isPresent();
    }

    /** Writes down that a step was begun in vain: it was not taken. */
    static void forget(Connection connection, String refundId, Step step) throws SQLException {
        new Sql("delete from refund_step where refund_id = ? and step = ?")
                .value(refundId)
                .value(step)
                .update(connection);
    }
}
