package io.switchboard.ticket.internal.dispatch;

import io.switchboard.crm.spi.Level;
import io.switchboard.ticket.spi.TicketKind;
import java.util.Set;

/**
 * One rule. It fits where each of its conditions does; one that is empty always does.
 *
 * @param name what it is called in the file
 * @param kinds one of these kinds
 * @param words one of these words
 * @param levels a customer of one of these levels; where the level is unknown the rule does not fit
 * @param outcome what it says
 */
record Rule(String name, Set<TicketKind> kinds, Words words, Set<Level> levels, Outcome outcome) {
    Rule {
        kinds = Set.copyOf(kinds);
        levels = Set.copyOf(levels);
    }

    boolean fits(Incident incident) {
        return (kinds.isEmpty() || kinds.contains(incident.kind()))
                && (levels.isEmpty() || incident.level().map(levels::contains).orElse(false))
                && (words.isEmpty() || words.firstIn(incident.text()).isPresent());
    }
}
