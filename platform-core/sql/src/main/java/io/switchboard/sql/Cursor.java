package io.switchboard.sql;

import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ErrorCode;
import io.switchboard.connector.Page;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a page of rows ends that are in order of their time and then of their id: the time and the id of its last row. Immutable.
 *
 * @param at the time of the row; 1970 to the year 33658
 * @param id the key of the row, 0 or more
 */
public record Cursor(Instant at, long id) {
    private static final Pattern FORM = Pattern.compile("([0-9]{1,12})\\.([0-9]{1,9}):([0-9]{1,18})");

    /**
     * One that was given out before.
     *
     * @throws ConnectorException INVALID_ARGUMENTS at {@code cursor} for any other text
     */
    public static Cursor parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw ConnectorException.of(ErrorCode.INVALID_ARGUMENTS).at("cursor");
        }
        Instant at = Instant.ofEpochSecond(Long.parseLong(form.group(1)), Long.parseLong(form.group(2)));
        return new Cursor(at, Long.parseLong(form.group(3)));
    }

    /**
     * A page of rows of which one more was read than asked for, to know whether there are more.
     *
     * @param rows at most {@code limit + 1} of them
     * @param limit how many were asked for, 1 or more
     * @param position where a row stands
     */
    public static <R> Page<R> page(List<R> rows, int limit, Function<R, Cursor> position) {
        return rows.size() <= limit
                ? Page.last(rows)
                : Page.of(
                        rows.subList(0, limit),
                        Optional.of(position.apply(rows.get(limit - 1)).toString()));
    }

    /** What {@link #parse} reads. */
    @Override
    public String toString() {
        return at.getEpochSecond() + "." + at.getNano() + ":" + id;
    }
}
