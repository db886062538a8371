package io.switchboard.ticket.redmine.internal.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An issue as Redmine has it. Immutable.
 *
 * @param id its number
 * @param project the number of its project
 * @param status the number of its state
 * @param closed whether that state is one of the closed
 * @param priority the number of its priority
 * @param subject one line
 * @param description the text, with single line feeds
 * @param author who made it, by name
 * @param fields custom fields by number; those without a value are left out
 * @param createdOn when it was made, to the second
 * @param updatedOn when it was changed last, to the second
 * @param journals what was done to it, the oldest first; none in a listing
 * @param allowed the states that it may go to from here, by number; none in a listing
 */
public record Issue(
        long id,
        long project,
        long status,
        boolean closed,
        long priority,
        String subject,
        String description,
        String author,
        Map<Long, String> fields,
        Instant createdOn,
        Instant updatedOn,
        List<Journal> journals,
        Set<Long> allowed) {
    /** Copies the collections. */
    public Issue {
        fields = Map.copyOf(fields);
        journals = List.copyOf(journals);
        allowed = Set.copyOf(allowed);
    }

    /** A custom field's value; empty text where it has none. */
    public String field(long number) {
        return fields.getOrDefault(number, "");
    }
}
