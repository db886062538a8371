package io.switchboard.ticket.redmine.internal;

import io.switchboard.connector.event.Event;
import io.switchboard.connector.http.HttpBackend;
import io.switchboard.ticket.redmine.internal.api.Issue;
import io.switchboard.ticket.redmine.internal.api.IssueFilter;
import io.switchboard.ticket.redmine.internal.api.IssuePage;
import io.switchboard.ticket.redmine.internal.api.Issues;
import io.switchboard.ticket.redmine.internal.api.Wire;
import io.switchboard.ticket.redmine.internal.poll.IssueRound;
import io.switchboard.ticket.redmine.internal.poll.Tidings;
import io.switchboard.ticket.redmine.internal.reference.Reference;
import io.switchboard.ticket.redmine.internal.settings.RedmineSettings;
import io.switchboard.ticket.redmine.internal.trail.Trail;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One Redmine, asked for what changed. Issues that are nobody's tickets are passed over. */
final class Polled implements IssueRound.Source {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final RedmineSettings settings;
    private final References references;
    private final Wire wire;
    private final Issues issues;

    Polled(RedmineSettings settings, HttpBackend http, References references) {
        this.settings = settings;
        this.references = references;
        wire = question -> http.send(question, PATIENCE);
        issues = new Issues(wire);
    }

    @Override
    public IssuePage changed(Instant since, long offset) {
        IssueFilter filter = new IssueFilter(reference().project()).updatedSince(since);
        return issues.search(filter, IssuePage.MOST, offset);
    }

    @Override
    public Optional<Instant> newest() {
        IssueFilter filter = new IssueFilter(reference().project()).lastUpdatedFirst();
        return issues.search(filter, 1, 0).issues().stream()
                .map(Issue::updatedOn)
                .findFirst();
    }

    @Override
    public List<Event> tidings(Issue row, Instant since) {
        Reference reference = reference();
        TicketReader reader = new TicketReader(reference);
        return reader.owner(row)
                .flatMap(owner -> issues.find(row.id(), reference.project()).filter(issue -> reader.isOf(issue, owner)))
                .map(issue -> Tidings.of(
                        settings.instance(),
                        reader.read(issue),
                        new Trail(issue, reference, settings.publicNotesForCustomers()).history(),
                        since))
                .orElse(List.of());
    }

    private Reference reference() {
        return references.get(wire);
    }
}
