package io.switchboard.ticket.internal.dispatch;

import io.switchboard.ticket.spi.Priority;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * All rules at one time. Immutable.
 *
 * @param rules in the order in which they are tried; the first that fits fires
 * @param otherwise what is done where none fits
 * @param urgency what is urgent whatever the rules say
 * @param expediteDue within which time a ticket is dealt with once it is expedited
 */
public record RuleBook(List<Rule> rules, Outcome otherwise, Urgency urgency, Duration expediteDue) {
    static final String OTHERWISE = "default";

    /** What holds where there is no file, or none was ever right. */
    static final RuleBook BUILT_IN = new RuleBook(
            List.of(),
            new Outcome("customer-care", Priority.NORMAL, false, Optional.of(Duration.ofHours(24))),
            new Urgency(Words.NONE, Duration.ofHours(1)),
            Duration.ofHours(4));

    /** Copies the rules. */
    public RuleBook {
        rules = List.copyOf(rules);
    }

    /** Decides; there always is a decision. */
    public Decision decide(Incident incident) {
        Decision plain = rules.stream()
                .filter(rule -> rule.fits(incident))
                .findFirst()
                .map(rule -> decision(rule.name(), rule.outcome()))
                .orElseGet(() -> decision(OTHERWISE, otherwise));
        return urgency.raise(plain, incident);
    }

    /** Decides, and makes it at least so pressing. */
    public Decision decide(Incident incident, Priority least) {
        Decision decision = decide(incident);
        if (decision.priority().compareTo(least) >= 0) {
            return decision;
        }
        return least == Priority.URGENT
                ? urgency.urgent(decision, Optional.empty())
                : new Decision(
                        decision.rule(),
                        decision.department(),
                        least,
                        decision.flagged(),
                        decision.due(),
                        Optional.empty());
    }

    /** Whether a decision may depend on who the customer is. */
    public boolean asksForLevels() {
        return rules.stream().anyMatch(rule -> !rule.levels().isEmpty());
    }

    private static Decision decision(String name, Outcome outcome) {
        return new Decision(
                name, outcome.department(), outcome.priority(), outcome.flagged(), outcome.due(), Optional.empty());
    }
}
