package io.switchboard.ticket.redmine.internal.trail;

import io.switchboard.ticket.redmine.internal.api.Detail;
import io.switchboard.ticket.redmine.internal.api.Issue;
import io.switchboard.ticket.redmine.internal.api.Journal;
import io.switchboard.ticket.redmine.internal.reference.Reference;
import io.switchboard.ticket.redmine.internal.settings.Keeping;
import io.switchboard.ticket.spi.Comment;
import io.switchboard.ticket.spi.HistoryEntry;
import io.switchboard.ticket.spi.HistoryField;
import io.switchboard.ticket.spi.Visibility;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What was done to one issue. Every write of the hub sets the field of the last call, so that the journal names the act among its
 * details: Redmine has no other place where a note could carry an id. Immutable.
 */
public final class Trail {
    private final Issue issue;
    private final Reference reference;
    private final Changes changes;
    private final boolean publicNotesForCustomers;
    private final String customer;
    private final List<Step> steps;

    /** Reads the journals of an issue. */
    public Trail(Issue issue, Reference reference, boolean publicNotesForCustomers) {
        this.issue = issue;
        this.reference = reference;
        this.publicNotesForCustomers = publicNotesForCustomers;
        changes = new Changes(reference);
        customer = reference.value(issue, Keeping.CUSTOMER);
        steps = steps();
    }

    private List<Step> steps() {
        List<Step> found = new ArrayList<>();
        List<Journal> journals = issue.journals();
        for (int i = 0; i < journals.size(); i++) {
            Journal journal = journals.get(i);
            Optional<Deed> deed = call(journal).flatMap(Detail::after).flatMap(Deed::parse);
            Optional<Journal> words =
                    Optional.of(journal).filter(each -> !each.notes().isEmpty());
            if (words.isEmpty() && i + 1 < journals.size() && isPrivatePart(journal, journals.get(i + 1))) {
                words = Optional.of(journals.get(++i));
            }
            found.add(new Step(journal, words, deed, !changes.of(journal).isEmpty()));
        }
        return found;
    }

    /** What changed and what was noted in private stand in two journals, written one after the other within one transaction. */
    private static boolean isPrivatePart(Journal journal, Journal next) {
        return next.hidden()
                && next.details().isEmpty()
                && next.userId() == journal.userId()
                && next.at().equals(journal.at());
    }

    private Optional<Detail> call(Journal journal) {
        return journal.details().stream()
                .filter(each -> each.isOf(reference.needed(Keeping.CALL)))
                .findFirst();
    }

    /** Whether an act changed the ticket. */
    public boolean changed(String correlationId) {
        return steps.stream().anyMatch(step -> step.isOf(correlationId) && step.change());
    }

    /** The comment of an act; empty where it wrote none. */
    public Optional<Comment> comment(String correlationId) {
        return steps.stream()
                .filter(step -> step.isOf(correlationId) && step.isComment())
                .map(this::comment)
                .findFirst();
    }

    /** The comments, the oldest first. */
    public List<Comment> comments() {
        return steps.stream().filter(Step::isComment).map(this::comment).toList();
    }

    private Comment comment(Step step) {
        Journal words = step.words().orElseThrow();
        return Comment.builder(Long.toString(words.id()), Long.toString(issue.id()), customer, words.at())
                .visibility(visibility(step, words))
                .text(words.notes())
                .author(step.by())
                .build();
    }

    /** What people note in Redmine without marking it private is meant for colleagues, unless the operator says otherwise. */
    private Visibility visibility(Step step, Journal words) {
        return !words.hidden() && (step.deed().isPresent() || publicNotesForCustomers)
                ? Visibility.CUSTOMER
                : Visibility.INTERNAL;
    }

    /** What happened, the oldest first. An entry's id is its journal's number, a dot, and its place in there. */
    public List<HistoryEntry> history() {
        List<HistoryEntry> entries = new ArrayList<>();
        entries.add(created());
        for (Step step : steps) {
            List<Changes.Change> made = changes.of(step.journal());
            Optional<String> note =
                    step.isComment() ? Optional.empty() : step.words().map(Journal::notes);
            for (int i = 0; i < made.size(); i++) {
                entries.add(entry(step, i, made.get(i), note));
            }
            if (step.isComment()) {
                Visibility seen = comment(step).visibility();
                Changes.Change told =
                        new Changes.Change(HistoryField.COMMENT, Optional.empty(), Optional.of(seen.name()));
                entries.add(entry(step, made.size(), told, Optional.empty()));
            }
        }
        return entries;
    }

    private HistoryEntry created() {
        Optional<Deed> first = steps.stream()
                .flatMap(step -> call(step.journal()).stream())
                .findFirst()
                .map(Detail::before)
                .orElse(Optional.of(reference.value(issue, Keeping.CALL)))
                .flatMap(Deed::parse);
        return HistoryEntry.builder("0.0", customer, HistoryField.CREATED, issue.createdOn())
                .by(first.map(Deed::by).orElse(issue.author()))
                .correlationId(
                        Optional.of(reference.value(issue, Keeping.CORRELATION)).filter(value -> !value.isEmpty()))
                .build();
    }

    private HistoryEntry entry(Step step, int place, Changes.Change change, Optional<String> note) {
        Journal journal = step.journal();
        return HistoryEntry.builder(journal.id() + "." + place, customer, change.field(), journal.at())
                .change(change.from(), change.to())
                .by(step.by())
                .note(note)
                .correlationId(step.deed().map(Deed::correlationId))
                .build();
    }
}
