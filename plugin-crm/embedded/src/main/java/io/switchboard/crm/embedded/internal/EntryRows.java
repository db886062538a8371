package io.switchboard.crm.embedded.internal;

import io.switchboard.connector.Page;
import io.switchboard.connector.PageRequest;
import io.switchboard.crm.spi.Entry;
import io.switchboard.crm.spi.EntryKind;
import io.switchboard.crm.spi.EntryQuery;
import io.switchboard.sql.Cursor;
import io.switchboard.sql.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** Reads the rows of {@code entry}, the newest first, a page at a time from where the last one ended. */
final class EntryRows {
    private EntryRows() {}

    static Page<Entry> list(Connection connection, EntryQuery query, PageRequest page) throws SQLException {
        Sql sql = new Sql(
                        "select id, customer_id, kind, occurred_at, channel, subject, content, status from entry where customer_id = ?")
                .value(query.customerId());
        query.kind().ifPresent(kind -> sql.add("and kind = ?", kind));
        query.from().ifPresent(from -> sql.add("and occurred_at >= ?", from));
        query.before().ifPresent(before -> sql.add("and occurred_at < ?", before));
        // The first condition says nothing new; it is there for the index.
        page.cursor()
                .map(Cursor::parse)
                .ifPresent(after -> sql.add(
                        "and occurred_at <= ? and (occurred_at < ? or id < ?)", after.at(), after.at(), after.id()));
        sql.add("order by occurred_at desc, id desc fetch first ? rows only", page.limit() + 1);
        return Cursor.page(
                sql.list(connection, EntryRows::entry),
                page.limit(),
                last -> new Cursor(last.at(), Long.parseLong(last.id())));
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return Entry.builder(
                        Long.toString(row.getLong(1)),
                        row.getString(2),
                        EntryKind.valueOf(row.getString(3)),
                        Sql.instant(row, "occurred_at"))
                .channel(row.getString(5))
                .subject(row.getString(6))
                .text(row.getString(7))
                .status(Optional.ofNullable(row.getString(8)))
                .build();
    }

    static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
