package io.switchboard.ticket.embedded.internal;

import io.switchboard.connector.Page;
import io.switchboard.connector.PageRequest;
import io.switchboard.sql.Cursor;
import io.switchboard.sql.Sql;
import io.switchboard.ticket.spi.Act;
import io.switchboard.ticket.spi.HistoryEntry;
import io.switchboard.ticket.spi.HistoryField;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** The statements on the history, and on the acts that changed a ticket. */
final class HistoryTable {
    private HistoryTable() {}

    /** Who did it, as people read it. */
    static String by(Act act) {
        return act.user().map(user -> act.client() + "/" + user).orElse(act.client());
    }

    /** One entry to be; what is the same before and after is none. */
    record Change(HistoryField field, Optional<String> from, Optional<String> to) {
        boolean real() {
            return field == HistoryField.CREATED || !from.equals(to);
        }
    }

    static void insert(Connection connection, long ticketId, Change change, Optional<String> note, Act act, Instant now)
            throws SQLException {
        if (change.real()) {
            new Sql("insert into ticket_history (ticket_id, correlation_id, field, old_value, new_value, done_by, note,"
                            + " created_at) values (?, ?, ?, ?, ?, ?, ?, ?)")
                    .value(ticketId)
                    .value(act.correlationId())
                    .value(change.field())
                    .value(change.from())
                    .value(change.to())
                    .value(by(act))
                    .value(note)
                    .value(now)
                    .update(connection);
        }
    }

    static void insertAct(Connection connection, long ticketId, Act act) throws SQLException {
        new Sql("insert into ticket_change (ticket_id, correlation_id) values (?, ?)")
                .value(ticketId)
                .value(act.correlationId())
                .update(connection);
    }

    static boolean hasAct(Connection connection, String customerId, long ticketId, String correlationId)
            throws SQLException {
        return new Sql("select 1 from ticket_change c join ticket t on t.id = c.ticket_id"
                        + " where t.customer_id = ? and c.ticket_id = ? and c.correlation_id = ?")
                .value(customerId)
                .value(ticketId)
                .value(correlationId)
                .first(connection, row -> true)
                .isPresent();
    }

    static Page<HistoryEntry> list(Connection connection, String customerId, long ticketId, PageRequest page)
            throws SQLException {
        Sql sql = new Sql("select h.*, t.customer_id from ticket_history h join ticket t on t.id = h.ticket_id"
                        + " where t.customer_id = ? and h.ticket_id = ?")
                .value(customerId)
                .value(ticketId);
        page.cursor().map(Cursor::parse).ifPresent(last -> sql.add("and h.id > ?", last.id()));
        sql.add("order by h.id fetch first ? rows only", page.limit() + 1);
        return Cursor.page(
                sql.list(connection, HistoryTable::read),
                page.limit(),
                last -> new Cursor(last.at(), Long.parseLong(last.id())));
    }

    private static HistoryEntry read(ResultSet row) throws SQLException {
        return HistoryEntry.builder(
                        row.getString("id"),
                        row.getString("customer_id"),
                        HistoryField.valueOf(row.getString("field")),
                        Sql.instant(row, "created_at"))
                .change(
                        Optional.ofNullable(row.getString("old_value")),
                        Optional.ofNullable(row.getString("new_value")))
                .by(row.getString("done_by"))
                .note(Optional.ofNullable(row.getString("note")))
                .correlationId(Optional.of(row.getString("correlation_id")))
                .build();
    }
}
