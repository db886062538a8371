package io.switchboard.ticket.redmine.internal;

import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ErrorCode;
import io.switchboard.connector.Page;
import io.switchboard.connector.PageRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Where pages end: at the id of their last row. */
final class Cursors {
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,17}");
    private static final Pattern ENTRY = Pattern.compile("[0-9]{1,12}\\.[0-9]{1,3}");
    private static final long ENTRIES = 1000;

    private Cursors() {}

    /** A number of Redmine's; empty where the text is none, and so nothing has it. */
    static Optional<Long> number(String text) {
        return NUMBER.matcher(text).matches() ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }

    static Optional<Long> ofNumber(PageRequest page) {
        return page.cursor().map(cursor -> number(cursor).orElseThrow(Cursors::foreign));
    }

    static Optional<Long> ofEntry(PageRequest page) {
        return page.cursor().map(cursor -> {
            if (!ENTRY.matcher(cursor).matches()) {
                throw foreign();
            }
            return place(cursor);
        });
    }

    /** Where an entry of a history stands among the others. */
    static long place(String entry) {
        int dot = entry.indexOf('.');
        return Long.parseLong(entry.substring(0, dot)) * ENTRIES + Long.parseLong(entry.substring(dot + 1));
    }

    /** What stands behind a place in rows that are in order of it; rows may have gone in between. */
    static <R> Page<R> behind(
            List<R> rows, Optional<Long> last, int limit, Function<R, String> id, Function<R, Long> place) {
        List<R> rest = rows.stream()
                .filter(row -> last.isEmpty() || place.apply(row) > last.get())
                .toList();
        if (rest.size() <= limit) {
            return Page.last(rest);
        }
        List<R> items = rest.subList(0, limit);
        return Page.of(items, Optional.of(id.apply(items.get(limit - 1))));
    }

    private static ConnectorException foreign() {
        return ConnectorException.of(ErrorCode.INVALID_ARGUMENTS).at("cursor");
    }
}
