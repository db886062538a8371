package io.switchboard.ticket.embedded.internal;

import io.switchboard.connector.Page;
import io.switchboard.sql.Cursor;
import io.switchboard.sql.Sql;
import io.switchboard.ticket.spi.NewTicket;
import io.switchboard.ticket.spi.Priority;
import io.switchboard.ticket.spi.Ticket;
import io.switchboard.ticket.spi.TicketEdit;
import io.switchboard.ticket.spi.TicketKind;
import io.switchboard.ticket.spi.TicketQuery;
import io.switchboard.ticket.spi.TicketStatus;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;

/** The statements on tickets. Each that finds one selects by the customer, but for {@link #owner}, which gives no ticket. */
final class TicketTable {
    private static final String SELECT = "select * from ticket where customer_id = ?";

    private TicketTable() {}

    static long insert(Connection connection, NewTicket ticket, String correlationId, Instant now) throws SQLException {
        return new Sql(
                        "insert into ticket (customer_id, correlation_id, kind, subject, body, status, priority, flagged,"
                                + " department, due_at, conversation, created_at, updated_at, version)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)")
                .value(ticket.customerId())
                .value(correlationId)
                .value(ticket.kind())
                .value(ticket.subject())
                .value(ticket.text())
                .value(TicketStatus.NEW)
                .value(ticket.priority())
                .value(ticket.flagged())
                .value(ticket.department())
                .value(ticket.due())
                .value(ticket.conversation())
                .value(now)
                .value(now)
                .insert(connection);
    }

    static Optional<Ticket> find(Connection connection, String customerId, long id) throws SQLException {
        return new Sql(SELECT).value(customerId).add("and id = ?", id).first(connection, TicketTable::read);
    }

    static Optional<Ticket> findCreated(Connection connection, String customerId, String correlationId)
            throws SQLException {
        return new Sql(SELECT)
                .value(customerId)
                .add("and correlation_id = ?", correlationId)
                .first(connection, TicketTable::read);
    }

    /** The same as {@link #find}, and nobody else writes to the ticket until the end of the transaction. */
    static Optional<Ticket> lock(Connection connection, String customerId, long id) throws SQLException {
        return new Sql(SELECT)
                .value(customerId)
                .add("and id = ? for update", id)
                .first(connection, TicketTable::read);
    }

    static Optional<String> owner(Connection connection, long id) throws SQLException {
        return new Sql("select customer_id from ticket where id = ?")
                .value(id)
                .first(connection, row -> row.getString("customer_id"));
    }

    static Page<Ticket> list(Connection connection, TicketQuery query) throws SQLException {
        Sql sql = new Sql(SELECT).value(query.customerId());
        in(sql, "status", query.statuses());
        in(sql, "kind", query.kinds());
        query.from().ifPresent(time -> sql.add("and created_at >= ?", time));
        query.before().ifPresent(time -> sql.add("and created_at < ?", time));
        query.page()
                .cursor()
                .map(Cursor::parse)
                .ifPresent(last -> sql.add(
                        "and (created_at < ? or (created_at = ? and id < ?))", last.at(), last.at(), last.id()));
        int limit = query.page().limit();
        sql.add("order by created_at desc, id desc fetch first ? rows only", limit + 1);
        return Cursor.page(
                sql.list(connection, TicketTable::read),
                limit,
                last -> new Cursor(last.createdAt(), Long.parseLong(last.id())));
    }

    static void setStatus(Connection connection, Ticket ticket, TicketStatus status, Instant now) throws SQLException {
        new Sql("update ticket set status = ?, updated_at = ?, version = version + 1 where id = ?")
                .value(status)
                .value(now)
                .value(Long.parseLong(ticket.id()))
                .update(connection);
    }

    static void edit(Connection connection, Ticket ticket, TicketEdit edit, Instant now) throws SQLException {
        new Sql("update ticket set priority = ?, flagged = ?, department = ?, due_at = ?, updated_at = ?,"
                        + " version = version + 1 where id = ?")
                .value(edit.priority().orElse(ticket.priority()))
                .value(edit.flagged().orElse(ticket.flagged()))
                .value(edit.department().orElse(ticket.department()))
                .value(edit.due().or(ticket::due))
                .value(now)
                .value(Long.parseLong(ticket.id()))
                .update(connection);
    }

    static void touch(Connection connection, Ticket ticket, Instant now) throws SQLException {
        new Sql("update ticket set updated_at = ? where id = ?")
                .value(now)
                .value(Long.parseLong(ticket.id()))
                .update(connection);
    }

    private static void in(Sql sql, String column, Collection<? extends Enum<?>> wanted) {
        if (!wanted.isEmpty()) {
            sql.add("and " + column + " in "
                    + wanted.stream().map(each -> "?").collect(Collectors.joining(", ", "(", ")")));
            wanted.forEach(sql::value);
        }
    }

    private static Ticket read(ResultSet row) throws SQLException {
        return Ticket.builder(row.getString("id"), row.getString("customer_id"), Sql.instant(row, "created_at"))
                .kind(TicketKind.valueOf(row.getString("kind")))
                .subject(row.getString("subject"))
                .text(row.getString("body"))
                .status(TicketStatus.valueOf(row.getString("status")))
                .priority(Priority.valueOf(row.getString("priority")))
                .flagged(row.getBoolean("flagged"))
                .department(row.getString("department"))
                .due(Sql.optionalInstant(row, "due_at"))
                .conversation(Optional.ofNullable(row.getString("conversation")))
                .updatedAt(Sql.instant(row, "updated_at"))
                .version(row.getString("version"))
                .build();
    }
}
