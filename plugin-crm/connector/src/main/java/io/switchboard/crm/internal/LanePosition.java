package io.switchboard.crm.internal;

import java.util.Optional;

/**
 * From where to go on in one source. Immutable.
 *
 * @param lane the source's name
 * @param start the source's cursor of the page that was being read; empty: its first
 * @param lastId the last row given of that page; the empty text: none yet
 * @param lastAt the time of that row, or else of the last row that the listing gave, in milliseconds of the epoch; what is newer has
 *     been given or has come in since
 */
record LanePosition(String lane, Optional<String> start, String lastId, long lastAt) {
    /** Where a page begins. */
    static LanePosition at(String lane, Optional<String> start) {
        return new LanePosition(lane, start, "", Long.MAX_VALUE);
    }

    /** The same, with the time of the last row that the listing gave where the lane has none of its own. */
    LanePosition notAbove(long at) {
        return lastId.isEmpty() ? new LanePosition(lane, start, "", at) : this;
    }
}
