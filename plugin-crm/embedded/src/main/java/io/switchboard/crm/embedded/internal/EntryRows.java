package io.switchboard.crm.embedded.internal;

import io.switchboard.connector.Page;
import io.switchboard.connector.PageRequest;
import io.switchboard.crm.spi.Entry;
import io.switchboard.crm.spi.EntryKind;
import io.switchboard.crm.spi.EntryQuery;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the rows of {@code entry}, the newest first, a page at a time from where the last one ended. */
final class EntryRows {
    private EntryRows() {}

    static Page<Entry> list(Connection connection, EntryQuery query, PageRequest page) throws SQLException {
        StringBuilder sql = new StringBuilder(
                "select id, customer_id, kind, occurred_at, channel, subject, content, status from entry where customer_id = ?");
        List<Object> values = new ArrayList<>();
        values.add(query.customerId());
        query.kind().ifPresent(kind -> {
            sql.append(" and kind = ?");
            values.add(kind.name());
        });
        query.from().ifPresent(from -> {
            sql.append(" and occurred_at >= ?");
            values.add(time(from));
        });
        query.before().ifPresent(before -> {
            sql.append(" and occurred_at < ?");
            values.add(time(before));
        });
        page.cursor().map(EntryPosition::parse).ifPresent(after -> {
            // The first condition says nothing new; it is there for the index.
            sql.append(" and occurred_at <= ? and (occurred_at < ? or id < ?)");
            values.add(time(after.at()));
            values.add(time(after.at()));
            values.add(after.id());
        });
        sql.append(" order by occurred_at desc, id desc fetch first ? rows only");
        values.add(page.limit() + 1);
        return page(rows(connection, sql.toString(), values), page.limit());
    }

    private static List<Entry> rows(Connection connection, String sql, List<Object> values) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.size(); i++) {
                select.setObject(i + 1, values.get(i));
            }
            List<Entry> entries = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    entries.add(entry(row));
                }
            }
            return entries;
        }
    }

    private static Page<Entry> page(List<Entry> found, int limit) {
        if (found.size() <= limit) {
            return Page.last(found);
        }
        List<Entry> wanted = found.subList(0, limit);
        Entry last = wanted.get(limit - 1);
        return Page.of(wanted, Optional.of(new EntryPosition(last.at(), Long.parseLong(last.id())).text()));
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return Entry.builder(
                        Long.toString(row.getLong(1)),
                        row.getString(2),
                        EntryKind.valueOf(row.getString(3)),
                        row.getObject(4, OffsetDateTime.class).toInstant())
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
