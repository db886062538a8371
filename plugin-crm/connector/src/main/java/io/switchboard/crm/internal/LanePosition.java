package io.switchboard.crm.internal;

import java.util.Optional;

/**
 * From where to go on in one source. Immutable.
 *
 * @param lane the source's name
 * @param start the source's cursor of the page that was being read; empty: its first
 * @param lastId the last row given of that page; the empty text: none yet
 * @param lastAt the time of that row, in milliseconds of the epoch
 */
record LanePosition(String lane, Optional<String> start, String lastId, long lastAt) {
    /** Where a page begins. */
    static LanePosition at(String lane, Optional<String> start) {
        return new LanePosition(lane, start, "", 0);
    }
}
