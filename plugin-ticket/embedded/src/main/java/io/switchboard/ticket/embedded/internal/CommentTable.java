package io.switchboard.ticket.embedded.internal;

import io.switchboard.connector.Page;
import io.switchboard.connector.PageRequest;
import io.switchboard.sql.Cursor;
import io.switchboard.sql.Sql;
import io.switchboard.ticket.spi.Act;
import io.switchboard.ticket.spi.Comment;
import io.switchboard.ticket.spi.Visibility;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The statements on comments. */
final class CommentTable {
    private static final String SELECT =
            "select c.*, t.customer_id from ticket_comment c join ticket t on t.id = c.ticket_id"
                    + " where t.customer_id = ? and c.ticket_id = ?";

    private CommentTable() {}

    static void insert(Connection connection, long ticketId, Visibility visibility, String text, Act act, Instant now)
            throws SQLException {
        new Sql("insert into ticket_comment (ticket_id, correlation_id, visibility, body, author, created_at)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .value(ticketId)
                .value(act.correlationId())
                .value(visibility)
                .value(text)
                .value(HistoryTable.by(act))
                .value(now)
                .update(connection);
    }

    static Optional<Comment> find(Connection connection, String customerId, long ticketId, String correlationId)
            throws SQLException {
        return new Sql(SELECT)
                .value(customerId)
                .value(ticketId)
                .add("and c.correlation_id = ?", correlationId)
                .first(connection, CommentTable::read);
    }

    static Page<Comment> list(
            Connection connection, String customerId, long ticketId, Set<Visibility> visibilities, PageRequest page)
            throws SQLException {
        if (visibilities.isEmpty()) {
            return Page.last(List.of());
        }
        Sql sql = new Sql(SELECT).value(customerId).value(ticketId);
        sql.add("and c.visibility in "
                + visibilities.stream().map(each -> "?").collect(Collectors.joining(", ", "(", ")")));
        visibilities.forEach(sql::value);
        // In the order of their ids: comments on one ticket are written one after the other.
        page.cursor().map(Cursor::parse).ifPresent(last -> sql.add("and c.id > ?", last.id()));
        sql.add("order by c.id fetch first ? rows only", page.limit() + 1);
        return Cursor.page(
                sql.list(connection, CommentTable::read),
                page.limit(),
                last -> new Cursor(last.at(), Long.parseLong(last.id())));
    }

    private static Comment read(ResultSet row) throws SQLException {
        return Comment.builder(
                        row.getString("id"),
                        row.getString("ticket_id"),
                        row.getString("customer_id"),
                        Sql.instant(row, "created_at"))
                .visibility(Visibility.valueOf(row.getString("visibility")))
                .text(row.getString("body"))
                .author(row.getString("author"))
                .build();
    }
}
