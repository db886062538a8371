package io.switchboard.ticket.redmine.internal.reference;

import io.switchboard.connector.check.CheckFinding;
import io.switchboard.ticket.redmine.internal.api.Wire;
import io.switchboard.ticket.redmine.internal.settings.Keeping;
import io.switchboard.ticket.redmine.internal.settings.RedmineSettings;
import io.switchboard.ticket.spi.Priority;
import io.switchboard.ticket.spi.TicketStatus;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongFunction;

/** Looks up by their names what the settings name, and tells what is missing. For one thread, once. */
public final class Lookup {
    private final RedmineSettings settings;
    private final Catalogue catalogue;
    private final Rights rights;
    private final List<CheckFinding> findings = new ArrayList<>();

    /**
     * What was found.
     *
     * @param reference the numbers; empty where one is missing that is needed
     * @param findings what there is to say, faults among it
     */
    public record Found(Optional<Reference> reference, List<CheckFinding> findings) {
        /** Copies the list. */
        public Found {
            findings = List.copyOf(findings);
        }
    }

    private Lookup(RedmineSettings settings, Wire wire) {
        this.settings = settings;
        catalogue = new Catalogue(wire);
        rights = new Rights(wire);
    }

    /** Asks a Redmine. Fails where that does not answer. */
    public static Found look(RedmineSettings settings, Wire wire) {
        return new Lookup(settings, wire).look();
    }

    private Found look() {
        Optional<Catalogue.Project> project = catalogue.project(settings.project());
        if (project.isEmpty()) {
            fault(Words.noProject(settings.project()));
            return found(Optional.empty());
        }
        findings.addAll(rights.check(project.get().id()));
        OptionalLong tracker = tracker(project.get());
        Numbers<TicketStatus> statuses =
                numbers("status", settings.statuses(), catalogue.statuses(), TicketStatus.class, this::otherStatus);
        Numbers<Priority> priorities = numbers(
                "priority", settings.priorities(), catalogue.priorities(), Priority.class, n -> Priority.NORMAL);
        Map<Keeping, Long> fields = fields(project.get().id());
        if (tracker.isPresent()) {
            checkFirstStatus(tracker.getAsLong(), statuses);
        }
        checkFilters(project.get().id(), fields);
        boolean whole = tracker.isPresent()
                && findings.stream().noneMatch(each -> each.outcome() == CheckFinding.Outcome.FAULT);
        return found(
                whole
                        ? Optional.of(
                                new Reference(project.get().id(), tracker.getAsLong(), fields, statuses, priorities))
                        : Optional.empty());
    }

    private Found found(Optional<Reference> reference) {
        reference.ifPresent(all -> findings.add(Words.allThere(settings.project(), settings.tracker())));
        return new Found(reference, findings);
    }

    private OptionalLong tracker(Catalogue.Project project) {
        Long number = project.trackers().get(settings.tracker());
        if (number == null) {
            fault(Words.noTracker(settings.tracker(), project.trackers().keySet()));
            return OptionalLong.empty();
        }
        return OptionalLong.of(number);
    }

    private <E extends Enum<E>> Numbers<E> numbers(
            String what,
            Map<E, List<String>> names,
            Map<String, Long> there,
            Class<E> type,
            LongFunction<E> otherwise) {
        Map<E, Long> write = new EnumMap<>(type);
        Map<Long, E> read = new HashMap<>();
        names.forEach((constant, wanted) -> {
            for (String name : wanted) {
                Long number = there.get(name);
                if (number != null) {
                    read.put(number, constant);
                    write.putIfAbsent(constant, number);
                } else if (name.equals(wanted.get(0))) {
                    fault(Words.noName(what, constant.name(), name, there.keySet()));
                }
            }
        });
        there.forEach((name, number) -> {
            if (!read.containsKey(number)) {
                read.put(number, otherwise.apply(number));
                findings.add(Words.unmapped(what, name));
            }
        });
        return new Numbers<>(write, read);
    }

    private TicketStatus otherStatus(long number) {
        return catalogue.closed().contains(number) ? TicketStatus.CLOSED : TicketStatus.IN_PROGRESS;
    }

    private Map<Keeping, Long> fields(long project) {
        Map<String, Long> there = catalogue.fields(project);
        Map<Keeping, Long> fields = new EnumMap<>(Keeping.class);
        settings.fields().forEach((keeping, name) -> {
            Long number = name.startsWith("#") ? Long.valueOf(name.substring(1)) : there.get(name);
            if (number != null) {
                fields.put(keeping, number);
            } else if (keeping.needed()) {
                fault(Words.noField(keeping.key(), name));
            } else {
                findings.add(Words.notKept(keeping.key(), name));
            }
        });
        return fields;
    }

    private void checkFirstStatus(long tracker, Numbers<TicketStatus> statuses) {
        OptionalLong first = catalogue.firstStatus(tracker);
        if (first.isPresent() && !statuses.read(first.getAsLong()).equals(Optional.of(TicketStatus.NEW))) {
            fault(Words.firstStatus(settings.tracker()));
        }
    }

    /** Redmine ignores a filter on a field that is not marked as one, and gives everybody's issues. */
    private void checkFilters(long project, Map<Keeping, Long> fields) {
        for (Keeping each : List.of(Keeping.CUSTOMER, Keeping.CORRELATION)) {
            Long number = fields.get(each);
            if (number != null && !catalogue.filters(project, number)) {
                fault(Words.noFilter(settings.fields().getOrDefault(each, each.usual())));
            }
        }
    }

    private void fault(CheckFinding finding) {
        findings.add(finding);
    }
}
