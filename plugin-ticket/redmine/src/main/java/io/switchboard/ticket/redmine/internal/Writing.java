package io.switchboard.ticket.redmine.internal;

import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ErrorCode;
import io.switchboard.ticket.redmine.internal.api.Issue;
import io.switchboard.ticket.redmine.internal.api.IssueChange;
import io.switchboard.ticket.redmine.internal.api.Issues;
import io.switchboard.ticket.redmine.internal.api.Issues.Written;
import io.switchboard.ticket.redmine.internal.reference.Reference;
import io.switchboard.ticket.redmine.internal.settings.Keeping;
import io.switchboard.ticket.redmine.internal.settings.RedmineSettings;
import io.switchboard.ticket.redmine.internal.trail.Trail;
import io.switchboard.ticket.spi.Act;
import io.switchboard.ticket.spi.Comment;
import io.switchboard.ticket.spi.NewTicket;
import io.switchboard.ticket.spi.StatusChange;
import io.switchboard.ticket.spi.Ticket;
import io.switchboard.ticket.spi.TicketBackend;
import io.switchboard.ticket.spi.TicketEdit;
import io.switchboard.ticket.spi.Visibility;
import java.util.Optional;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes issues, and reads back what came of it: Redmine takes a change that its user may not make, or a state that may not follow, with
 * 204 and does nothing. Whoever calls has the turn for the ticket.
 */
final class Writing {
    private static final Logger LOG = LoggerFactory.getLogger(Writing.class);
    private static final int ATTEMPTS = 4;
    private static final int LONGEST_NAME = 200;

    private final RedmineSettings settings;
    private final Reference reference;
    private final Issues issues;
    private final TicketReader reader;

    Writing(RedmineSettings settings, Reference reference, Issues issues) {
        this.settings = settings;
        this.reference = reference;
        this.issues = issues;
        reader = new TicketReader(reference);
    }

    Ticket create(NewTicket ticket, Act act) {
        IssueChange change = new IssueChange()
                .set("project_id", reference.project())
                .set("tracker_id", reference.tracker())
                .set("priority_id", reference.priorities().of(ticket.priority()))
                .set("subject", ticket.subject())
                .set("description", ticket.text())
                .field(reference.needed(Keeping.CORRELATION), act.correlationId());
        keep(change, Keeping.CUSTOMER, ticket.customerId());
        keep(change, Keeping.CALL, call(act));
        keep(change, Keeping.KIND, ticket.kind().name());
        keep(change, Keeping.FLAG, flag(ticket.flagged()));
        keep(change, Keeping.DEPARTMENT, ticket.department());
        ticket.due().ifPresent(due -> keep(change, Keeping.DUE, due.toString()));
        ticket.conversation().ifPresent(name -> keep(change, Keeping.CONVERSATION, name));
        Issue made = issues.create(change);
        if (!reader.isOf(made, ticket.customerId())
                || !reference.value(made, Keeping.CORRELATION).equals(act.correlationId())) {
            LOG.error(
                    "Redmine made issue {} without its customer or correlation id. May the hub's role edit these"
                            + " fields?",
                    made.id());
            throw ConnectorException.of(ErrorCode.BACKEND_FAILED);
        }
        return reader.read(made);
    }

    Comment comment(Issue issue, Visibility visibility, String text, Act act) {
        IssueChange change = change(act).notes(text, visibility == Visibility.INTERNAL);
        Issue after = write(issue, change, ErrorCode.BUSY, each -> true);
        Comment comment = trail(after).comment(act.correlationId()).orElseThrow(() -> nothingDone(issue, "a comment"));
        if (comment.visibility() != visibility) {
            LOG.error(
                    "Redmine noted on issue {} for everybody what is for employees alone. Look at the hub's role",
                    issue.id());
            throw ConnectorException.of(ErrorCode.BACKEND_FAILED);
        }
        return comment;
    }

    Ticket changeStatus(Issue issue, StatusChange change, Act act) {
        if (trail(issue).changed(act.correlationId())) {
            return reader.read(issue);
        }
        requireUnchanged(reference.status(issue) == change.from());
        long wanted = reference.statuses().of(change.to());
        if (!issue.allowed().contains(wanted)) {
            LOG.error(
                    "Redmine's workflow does not let the hub's role take issue {} from {} to {}",
                    issue.id(),
                    change.from(),
                    change.to());
            throw ConnectorException.of(ErrorCode.BACKEND_REFUSED);
        }
        IssueChange written = change(act).set("status_id", wanted);
        change.note().ifPresent(note -> written.notes(note, true));
        Issue after = write(issue, written, ErrorCode.CONFLICT, each -> reference.status(each) == change.from());
        return changed(after, act, "a change of state");
    }

    Ticket edit(Issue issue, TicketEdit edit, Act act) {
        if (trail(issue).changed(act.correlationId())) {
            return reader.read(issue);
        }
        Ticket before = reader.read(issue);
        requireUnchanged(before.version().equals(edit.expectedVersion()));
        IssueChange change = change(act);
        edit.priority()
                .ifPresent(priority ->
                        change.set("priority_id", reference.priorities().of(priority)));
        edit.flagged().ifPresent(flagged -> keep(change, Keeping.FLAG, flag(flagged)));
        edit.department().ifPresent(name -> keep(change, Keeping.DEPARTMENT, name));
        edit.due().ifPresent(due -> keep(change, Keeping.DUE, due.toString()));
        edit.note().ifPresent(note -> change.notes(note, true));
        if (!differs(before, edit)) {
            return before;
        }
        String version = before.version();
        Issue after = write(
                issue,
                change,
                ErrorCode.CONFLICT,
                each -> reader.read(each).version().equals(version));
        return changed(after, act, "an edit");
    }

    /** Whether there is something to do, as far as it is kept. */
    private boolean differs(Ticket before, TicketEdit edit) {
        return edit.priority().filter(value -> value != before.priority()).isPresent()
                || (kept(Keeping.FLAG)
                        && edit.flagged()
                                .filter(value -> value != before.flagged())
                                .isPresent())
                || (kept(Keeping.DEPARTMENT)
                        && edit.department()
                                .filter(value -> !value.equals(before.department()))
                                .isPresent())
                || (kept(Keeping.DUE)
                        && edit.due()
                                .filter(value -> !Optional.of(value).equals(before.due()))
                                .isPresent());
    }

    private Ticket changed(Issue after, Act act, String what) {
        if (!trail(after).changed(act.correlationId())) {
            throw nothingDone(after, what);
        }
        return reader.read(after);
    }

    /** Writes, and again where somebody wrote at the same time, as long as the issue is as it has to be. */
    private Issue write(Issue issue, IssueChange change, ErrorCode otherwise, Predicate<Issue> asExpected) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Written written = issues.update(issue.id(), change);
            Issue after = issues.find(issue.id(), reference.project())
                    .filter(each -> reader.owner(each).equals(reader.owner(issue)))
                    .orElseThrow(() -> ConnectorException.of(ErrorCode.NOT_FOUND));
            if (written == Written.TAKEN) {
                return after;
            }
            requireUnchanged(asExpected.test(after));
        }
        throw ConnectorException.of(otherwise, otherwise == ErrorCode.CONFLICT ? TicketBackend.STALE : "");
    }

    private IssueChange change(Act act) {
        return new IssueChange().field(reference.needed(Keeping.CALL), call(act));
    }

    private void keep(IssueChange change, Keeping keeping, String value) {
        reference.field(keeping).ifPresent(field -> change.field(field, value));
    }

    private boolean kept(Keeping keeping) {
        return reference.field(keeping).isPresent();
    }

    private Trail trail(Issue issue) {
        return new Trail(issue, reference, settings.publicNotesForCustomers());
    }

    private static String flag(boolean flagged) {
        return flagged ? TicketReader.SET : "0";
    }

    private static String call(Act act) {
        String by = act.user().map(user -> act.client() + "/" + user).orElse(act.client());
        return act.correlationId() + " " + by.substring(0, Math.min(by.length(), LONGEST_NAME));
    }

    private static void requireUnchanged(boolean asExpected) {
        if (!asExpected) {
            throw ConnectorException.of(ErrorCode.CONFLICT, TicketBackend.STALE);
        }
    }

    private static ConnectorException nothingDone(Issue issue, String what) {
        LOG.error(
                "Redmine took {} of issue {} and did nothing. Look at the hub's role and its workflow",
                what,
                issue.id());
        return ConnectorException.of(ErrorCode.BACKEND_REFUSED);
    }
}
