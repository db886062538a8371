package io.switchboard.core.event;

import java.util.List;
import java.util.Optional;

/**
 * Which events are asked for. Immutable.
 *
 * @param after where an earlier reading ended; empty: begin with the oldest that is kept
 * @param onlyNew begin with what is yet to come, whatever {@code after} says
 * @param types what happened, by name ({@code ticket.v1.status.changed}) or by its beginning ({@code ticket.*}); none: everything
 */
public record EventRequest(Optional<String> after, boolean onlyNew, List<String> types) {
    /** Copies the list. */
    public EventRequest {
        types = List.copyOf(types);
    }
}
