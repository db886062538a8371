package io.switchboard.ticket.redmine.internal;

import io.switchboard.connector.CallContext;
import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ErrorCode;
import io.switchboard.connector.Page;
import io.switchboard.connector.PageRequest;
import io.switchboard.connector.http.HttpBackend;
import io.switchboard.poll.Bell;
import io.switchboard.ticket.redmine.internal.api.Issue;
import io.switchboard.ticket.redmine.internal.api.Issues;
import io.switchboard.ticket.redmine.internal.api.Wire;
import io.switchboard.ticket.redmine.internal.reference.Reference;
import io.switchboard.ticket.redmine.internal.settings.RedmineSettings;
import io.switchboard.ticket.redmine.internal.trail.Trail;
import io.switchboard.ticket.spi.Act;
import io.switchboard.ticket.spi.Comment;
import io.switchboard.ticket.spi.HistoryEntry;
import io.switchboard.ticket.spi.NewTicket;
import io.switchboard.ticket.spi.StatusChange;
import io.switchboard.ticket.spi.Ticket;
import io.switchboard.ticket.spi.TicketBackend;
import io.switchboard.ticket.spi.TicketEdit;
import io.switchboard.ticket.spi.TicketQuery;
import io.switchboard.ticket.spi.Visibility;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Tickets in one Redmine: issues of one project, told apart by the customer's id in a custom field. Safe for use from many threads. */
final class RedmineTickets implements TicketBackend {
    /** For what is asked outside of any call; those have times of their own. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final RedmineSettings settings;
    private final HttpBackend http;
    private final References references;
    private final Turns turns;
    private final Doubts doubts;
    private final Bell bell;
    private final Wire wire;
    private final Issues issues;

    RedmineTickets(RedmineSettings settings, HttpBackend http, References references, InstantSource clock, Bell bell) {
        this(settings, http, references, new Turns(), new Doubts(settings.settle(), clock), bell, outside(http));
    }

    private static Wire outside(HttpBackend http) {
        return question -> http.send(question, PATIENCE);
    }

    private RedmineTickets(
            RedmineSettings settings,
            HttpBackend http,
            References references,
            Turns turns,
            Doubts doubts,
            Bell bell,
            Wire wire) {
        this.settings = settings;
        this.http = http;
        this.references = references;
        this.turns = turns;
        this.doubts = doubts;
        this.bell = bell;
        this.wire = wire;
        issues = new Issues(wire);
    }

    @Override
    public TicketBackend during(CallContext call) {
        return new RedmineTickets(
                settings, http, references, turns, doubts, bell, question -> http.send(question, call));
    }

    @Override
    public Ticket create(NewTicket ticket, Act act) {
        String name = act.correlationId();
        return turns.in(
                name,
                () -> findCreated(ticket.customerId(), name)
                        .orElseGet(() -> doubts.noting(name, () -> writing().create(ticket, act))));
    }

    @Override
    public Optional<Ticket> findCreated(String customerId, String correlationId) {
        Reference reference = references.get(wire);
        Optional<Ticket> found = new Listing(reference, issues)
                .created(customerId, correlationId)
                .map(new TicketReader(reference)::read);
        if (found.isEmpty()) {
            doubts.requireNone(correlationId);
        }
        return found;
    }

    @Override
    public Optional<Ticket> get(String customerId, String ticketId) {
        return find(customerId, ticketId).map(reader()::read);
    }

    @Override
    public Page<Ticket> list(TicketQuery query) {
        return new Listing(references.get(wire), issues).page(query);
    }

    @Override
    public Comment comment(String customerId, String ticketId, Visibility visibility, String text, Act act) {
        return written(ticketId, () -> {
            Issue issue = own(customerId, ticketId);
            Optional<Comment> before = trail(issue).comment(act.correlationId());
            if (before.isPresent()) {
                return before.get();
            }
            doubts.requireNone(act.correlationId());
            return doubts.noting(act.correlationId(), () -> writing().comment(issue, visibility, text, act));
        });
    }

    @Override
    public Optional<Comment> findComment(String customerId, String ticketId, String correlationId) {
        Optional<Comment> found = trail(customerId, ticketId).flatMap(trail -> trail.comment(correlationId));
        if (found.isEmpty()) {
            doubts.requireNone(correlationId);
        }
        return found;
    }

    @Override
    public Page<Comment> comments(String customerId, String ticketId, Set<Visibility> visibilities, PageRequest page) {
        Optional<Long> last = Cursors.ofNumber(page);
        List<Comment> comments = trail(customerId, ticketId).map(Trail::comments).orElse(List.of()).stream()
                .filter(comment -> visibilities.contains(comment.visibility()))
                .toList();
        return Cursors.behind(comments, last, page.limit(), Comment::id, comment -> Long.valueOf(comment.id()));
    }

    @Override
    public Ticket changeStatus(String customerId, String ticketId, StatusChange change, Act act) {
        return written(ticketId, () -> writing().changeStatus(own(customerId, ticketId), change, act));
    }

    @Override
    public Ticket edit(String customerId, String ticketId, TicketEdit edit, Act act) {
        return written(ticketId, () -> writing().edit(own(customerId, ticketId), edit, act));
    }

    @Override
    public boolean changed(String customerId, String ticketId, String correlationId) {
        return trail(customerId, ticketId)
                .map(trail -> trail.changed(correlationId))
                .orElse(false);
    }

    @Override
    public Page<HistoryEntry> history(String customerId, String ticketId, PageRequest page) {
        Optional<Long> last = Cursors.ofEntry(page);
        List<HistoryEntry> entries =
                trail(customerId, ticketId).map(Trail::history).orElse(List.of());
        return Cursors.behind(entries, last, page.limit(), HistoryEntry::id, entry -> Cursors.place(entry.id()));
    }

    @Override
    public Optional<String> ownerOf(String ticketId) {
        // Asked when the call is over, and with it its time.
        RedmineTickets outside = new RedmineTickets(settings, http, references, turns, doubts, bell, outside(http));
        return outside.find(ticketId).flatMap(outside.reader()::owner);
    }

    /** Writes when it is this one's turn, and has what happened be found out at once: nobody but the poller tells of it. */
    private <R> R written(String turn, Supplier<R> work) {
        try {
            return turns.in(turn, work);
        } finally {
            bell.ring();
        }
    }

    private Optional<Trail> trail(String customerId, String ticketId) {
        return find(customerId, ticketId).map(this::trail);
    }

    private Trail trail(Issue issue) {
        return new Trail(issue, references.get(wire), settings.publicNotesForCustomers());
    }

    private Optional<Issue> find(String customerId, String ticketId) {
        TicketReader reader = reader();
        return find(ticketId).filter(issue -> reader.isOf(issue, customerId));
    }

    private Optional<Issue> find(String ticketId) {
        Reference reference = references.get(wire);
        return Cursors.number(ticketId).flatMap(number -> issues.find(number, reference.project()));
    }

    private Issue own(String customerId, String ticketId) {
        return find(customerId, ticketId).orElseThrow(() -> ConnectorException.of(ErrorCode.NOT_FOUND));
    }

    private TicketReader reader() {
        return new TicketReader(references.get(wire));
    }

    private Writing writing() {
        return new Writing(settings, references.get(wire), issues);
    }
}
