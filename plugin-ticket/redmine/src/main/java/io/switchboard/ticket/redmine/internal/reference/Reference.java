package io.switchboard.ticket.redmine.internal.reference;

import io.switchboard.ticket.redmine.internal.api.Issue;
import io.switchboard.ticket.redmine.internal.settings.Keeping;
import io.switchboard.ticket.spi.Priority;
import io.switchboard.ticket.spi.TicketStatus;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The numbers by which one Redmine knows what the settings name. Immutable.
 *
 * @param project the project's
 * @param tracker the tracker's
 * @param fields the custom fields', for what is kept
 * @param statuses the states
 * @param priorities the priorities
 */
public record Reference(
        long project,
        long tracker,
        Map<Keeping, Long> fields,
        Numbers<TicketStatus> statuses,
        Numbers<Priority> priorities) {
    /** Copies the map. */
    public Reference {
        fields = Map.copyOf(fields);
    }

    /** The number of a field; empty where that is not kept. */
    public Optional<Long> field(Keeping keeping) {
        return Optional.ofNullable(fields.get(keeping));
    }

    /** The number of a field that is always kept. */
    public long needed(Keeping keeping) {
        return field(keeping).orElseThrow();
    }

    /** What an issue has in a field; empty text where it has nothing, or that is not kept. */
    public String value(Issue issue, Keeping keeping) {
        return field(keeping).map(issue::field).orElse("");
    }

    /** Where an issue stands; a state that nobody told us of is that of one who works on it, or of one who is done. */
    public TicketStatus status(Issue issue) {
        return statuses.read(issue.status()).orElse(issue.closed() ? TicketStatus.CLOSED : TicketStatus.IN_PROGRESS);
    }

    /** All states that read as one of these. */
    public Set<Long> numbers(Set<TicketStatus> wanted) {
        return statuses.all(wanted);
    }
}
