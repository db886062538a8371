package io.switchboard.ticket.internal.dispatch;

import io.switchboard.crm.spi.Level;
import io.switchboard.ticket.spi.Priority;
import io.switchboard.ticket.spi.TicketKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads rules from the settings of a file, and finds all mistakes in it at once. For one reading, on one thread. */
final class RuleFile {
    private static final Pattern RULE = Pattern.compile("rule\\.([0-9]{1,6})\\.([A-Za-z]+)");
    private static final Set<String> CONDITIONS = Set.of("types", "words", "levels");
    private static final Set<String> OUTCOMES = Set.of("department", "priority", "flag", "due");
    /** What the framework adds to every configuration. */
    private static final Pattern FOREIGN = Pattern.compile("(service|component|felix|switchboard|osgi)\\..*|[.:].*");

    private static final int MAX_RULES = 1000;

    private final List<String> mistakes = new ArrayList<>();
    private final Map<Integer, Settings> rules = new TreeMap<>();
    private final Settings otherwise = new Settings("default.", mistakes);
    private final Settings urgent = new Settings("urgent.", mistakes);
    private final Settings expedite = new Settings("expedite.", mistakes);

    /** Reads the settings. */
    RuleFile(Map<String, ?> settings) {
        new TreeMap<>(settings).forEach((key, value) -> {
            if (!FOREIGN.matcher(key).matches()) {
                take(key, value == null ? "" : String.valueOf(value).strip());
            }
        });
    }

    /**
     * The rules.
     *
     * @throws IllegalArgumentException if there are mistakes; the message has them all, in one line
     */
    RuleBook book() {
        RuleBook builtIn = RuleBook.BUILT_IN;
        List<Rule> list = new ArrayList<>();
        Outcome none = otherwise.outcome(builtIn.otherwise());
        rules.forEach((number, settings) -> list.add(rule(number, settings, none.due())));
        if (list.size() > MAX_RULES) {
            mistakes.add("there are " + list.size() + " rules, and at most " + MAX_RULES + " are allowed");
        }
        Urgency urgency = new Urgency(
                urgent.words("words"),
                urgent.duration("due").orElse(builtIn.urgency().due()));
        Duration due = expedite.duration("due").orElse(builtIn.expediteDue());
        if (!mistakes.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", mistakes));
        }
        return new RuleBook(list, none, urgency, due);
    }

    private Rule rule(int number, Settings settings, Optional<Duration> usualDue) {
        if (!settings.hasAny(CONDITIONS)) {
            mistakes.add("rule." + number + " has none of types, words, levels, so no rule after it could ever fire");
        }
        if (!settings.hasAny(Set.of("department"))) {
            mistakes.add("rule." + number + ".department is missing");
        }
        return new Rule(
                Integer.toString(number),
                settings.constants("types", TicketKind.class),
                settings.words("words"),
                settings.constants("levels", Level.class),
                settings.outcome(new Outcome("", Priority.NORMAL, false, usualDue)));
    }

    private void take(String key, String value) {
        Matcher rule = RULE.matcher(key);
        int dot = key.indexOf('.') + 1;
        if (rule.matches() && (CONDITIONS.contains(rule.group(2)) || OUTCOMES.contains(rule.group(2)))) {
            int number = Integer.parseInt(rule.group(1));
            rules.computeIfAbsent(number, n -> new Settings("rule." + n + ".", mistakes))
                    .put(rule.group(2), value);
        } else if (key.startsWith("default.") && OUTCOMES.contains(key.substring(dot))) {
            otherwise.put(key.substring(dot), value);
        } else if (key.equals("urgent.words") || key.equals("urgent.due")) {
            urgent.put(key.substring(dot), value);
        } else if (key.equals("expedite.due")) {
            expedite.put(key.substring(dot), value);
        } else {
            mistakes.add(key + " is not known here");
        }
    }
}
