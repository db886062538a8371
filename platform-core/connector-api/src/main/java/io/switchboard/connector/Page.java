package io.switchboard.connector;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * One part of a listing. Immutable.
 *
 * @param <R> a record
 */
public final class Page<R> {
    private final List<R> items;
    private final Optional<String> next;
    private final OptionalLong total;

    private Page(List<R> items, Optional<String> next, OptionalLong total) {
        this.items = List.copyOf(items);
        this.next = Objects.requireNonNull(next, "next");
        this.total = total;
    }

    /** A listing without rows. */
    public static <R> Page<R> empty() {
        return last(List.of());
    }

    /** The last page, or the only one. Copies the rows; none of them may be null. */
    public static <R> Page<R> last(List<R> items) {
        return of(items, Optional.empty());
    }

    /**
     * A page with or without another behind it. Copies the rows; none of them may be null.
     *
     * @param next see {@link #next()}
     */
    public static <R> Page<R> of(List<R> items, Optional<String> next) {
        return new Page<>(items, next, OptionalLong.empty());
    }

    /**
     * The same, saying how many rows there are in all.
     *
     * @throws IllegalArgumentException where the number is negative
     */
    public Page<R> withTotal(long rows) {
        if (rows < 0) {
            throw new IllegalArgumentException("total " + rows);
        }
        return new Page<>(items, next, OptionalLong.of(rows));
    }

    /** The same, with another beginning of the next page. */
    public Page<R> withNext(Optional<String> cursor) {
        return new Page<>(items, cursor, total);
    }

    /** The same with each row turned into another, as where a backend's rows become the connector's. */
    public <T> Page<T> map(Function<? super R, ? extends T> row) {
        return new Page<>(items.stream().<T>map(row).toList(), next, total);
    }

    /** The rows, in the listing's order; unmodifiable. */
    public List<R> items() {
        return items;
    }

    /**
     * What the next page begins by; empty on the last page. Whatever text the connector likes, up to 500 characters: the hub seals it,
     * so callers can neither read nor forge it.
     */
    public Optional<String> next() {
        return next;
    }

    /** How many rows there are in all, where that is cheap to know; never negative. */
    public OptionalLong total() {
        return total;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Page<?> page
                && items.equals(page.items)
                && next.equals(page.next)
                && total.equals(page.total);
    }

    @Override
    public int hashCode() {
        return Objects.hash(items, next, total);
    }

    /** How many rows it has, and none of what stands in them: that may be personal data. */
    @Override
    public String toString() {
        return "Page[" + items.size() + " rows" + (next.isPresent() ? ", more behind" : "")
                + (total.isPresent() ? ", " + total.getAsLong() + " in all" : "") + "]";
    }
}
