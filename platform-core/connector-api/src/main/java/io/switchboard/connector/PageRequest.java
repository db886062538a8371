package io.switchboard.connector;

import java.util.Objects;
import java.util.Optional;

/**
 * Which part of a listing is asked for. An input whose operation gives back a {@link Page} has one component of this type; on the
 * wire it is the two members {@code cursor} and {@code limit}. Immutable.
 */
public final class PageRequest {
    /** The limit where the caller names none. */
    public static final int DEFAULT_LIMIT = 20;
    /** The largest limit. */
    public static final int MAX_LIMIT = 200;

    private final Optional<String> cursor;
    private final int limit;

    private PageRequest(Optional<String> cursor, int limit) {
        this.cursor = Objects.requireNonNull(cursor, "cursor");
        this.limit = limit;
    }

    /**
     * Asks for the beginning of a listing.
     *
     * @param limit see {@link #limit()}
     * @throws IllegalArgumentException where the limit is less than 1 or more than {@link #MAX_LIMIT}
     */
    public static PageRequest first(int limit) {
        return of(Optional.empty(), limit);
    }

    /**
     * Asks for what a cursor stands before.
     *
     * @param cursor see {@link #cursor()}
     * @param limit see {@link #limit()}
     * @throws IllegalArgumentException where the limit is less than 1 or more than {@link #MAX_LIMIT}
     */
    public static PageRequest of(Optional<String> cursor, int limit) {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("limit " + limit + " is not 1 to " + MAX_LIMIT);
        }
        return new PageRequest(cursor, limit);
    }

    /** The {@link Page#next()} of the page before, as the connector gave it; empty for the first page. */
    public Optional<String> cursor() {
        return cursor;
    }

    /** The most rows wanted, 1 to {@link #MAX_LIMIT}. */
    public int limit() {
        return limit;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PageRequest request && limit == request.limit && cursor.equals(request.cursor);
    }

    @Override
    public int hashCode() {
        return Objects.hash(cursor, limit);
    }

    @Override
    public String toString() {
        return "PageRequest[limit=" + limit + (cursor.isPresent() ? ", behind a cursor]" : "]");
    }
}
