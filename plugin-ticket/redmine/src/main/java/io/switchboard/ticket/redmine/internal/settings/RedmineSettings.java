package io.switchboard.ticket.redmine.internal.settings;

import io.switchboard.connector.http.HttpBackendSettings;
import io.switchboard.ticket.spi.Priority;
import io.switchboard.ticket.spi.TicketStatus;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The settings of one instance. Immutable.
 *
 * @param http where Redmine is and who the hub is to it
 * @param project the project's identifier or number
 * @param tracker the tracker's name
 * @param fields the custom fields' names, or numbers after a {@code #}; those that are not kept are left out
 * @param statuses the names of Redmine's states for each of ours; the first is written, all are read
 * @param priorities the same for priorities
 * @param publicNotesForCustomers whether notes that people in Redmine do not mark private are for customers too
 * @param poll how often it is asked for what happened; zero: never
 * @param settle how long a write whose answer did not come may still be under way in Redmine
 */
public record RedmineSettings(
        HttpBackendSettings http,
        String project,
        String tracker,
        Map<Keeping, String> fields,
        Map<TicketStatus, List<String>> statuses,
        Map<Priority, List<String>> priorities,
        boolean publicNotesForCustomers,
        Duration poll,
        Duration settle) {
    /** Copies the maps. */
    public RedmineSettings {
        fields = Map.copyOf(fields);
        statuses = Map.copyOf(statuses);
        priorities = Map.copyOf(priorities);
    }

    /** The instance's name. */
    public String instance() {
        return http.name();
    }
}
