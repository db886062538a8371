package io.switchboard.core.event;

import java.util.List;

/**
 * Some events, the oldest first. Immutable.
 *
 * @param events those that the caller hears of; may be none, although there are more
 * @param cursor where to go on; also moves past what the caller does not hear of
 * @param more whether there are events behind the cursor now
 * @param missed whether events before these were forgotten since the cursor was given: there were some, maybe for this caller
 */
public record EventBatch(List<HeardEvent> events, String cursor, boolean more, boolean missed) {
    /** Copies the list. */
    public EventBatch {
        events = List.copyOf(events);
    }
}
