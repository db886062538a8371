package io.switchboard.ticket.redmine.internal.api;

import java.time.Instant;
import java.util.List;

/**
 * What somebody did to an issue at one time. Immutable.
 *
 * @param id its number; grows with time
 * @param userId who did it; 0 where nobody is told
 * @param user the same by name; empty where nobody is told
 * @param notes what they wrote; empty: nothing
 * @param hidden whether the notes are private
 * @param at when, to the second
 * @param details what changed
 */
public record Journal(
        long id, long userId, String user, String notes, boolean hidden, Instant at, List<Detail> details) {
    /** Copies the details. */
    public Journal {
        details = List.copyOf(details);
    }
}
