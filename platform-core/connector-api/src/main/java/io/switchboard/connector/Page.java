package io.switchboard.connector;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One part of a listing. Immutable.
 *
 * @param items the rows, in the listing's order
 * @param next what the next page begins by; empty on the last page. Whatever text the connector likes, up to 500 characters: the hub
 *     seals it, so callers can neither read nor forge it
 * @param total how many rows there are in all, where that is cheap to know
 * @param <R> a record
 */
public record Page<R>(List<R> items, Optional<String> next, OptionalLong total) {
    /** Copies the rows. */
    public Page {
        items = List.copyOf(items);
    }

    /** The last page, or the only one. */
    public static <R> Page<R> last(List<R> items) {
        return new Page<>(items, Optional.empty(), OptionalLong.empty());
    }

    /** A page with or without another behind it. */
    public static <R> Page<R> of(List<R> items, Optional<String> next) {
        return new Page<>(items, next, OptionalLong.empty());
    }

    /** The same, saying how many rows there are in all. */
    public Page<R> withTotal(long rows) {
        return new Page<>(items, next, OptionalLong.of(rows));
    }
}
