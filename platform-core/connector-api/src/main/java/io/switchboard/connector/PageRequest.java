package io.switchboard.connector;

import java.util.Optional;

/**
 * Which part of a listing is asked for. An input whose operation gives back a {@link Page} has one component of this type; on the
 * wire it is the two members {@code cursor} and {@code limit}. Immutable.
 *
 * @param cursor the {@link Page#next()} of the page before, as the connector gave it; empty for the first page
 * @param limit the most rows wanted, 1 to 200
 */
public record PageRequest(Optional<String> cursor, int limit) {
    /** The limit where the caller names none. */
    public static final int DEFAULT_LIMIT = 20;
    /** The largest limit. */
    public static final int MAX_LIMIT = 200;
}
