package io.switchboard.ticket.spi;

import io.switchboard.connector.CallContext;
import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ErrorCode;
import io.switchboard.connector.Page;
import io.switchboard.connector.PageRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A whole ticket system in memory, written to be read. Guarded by its own monitor. */
public final class FakeTicketBackend implements TicketBackend {
    private final Clock clock;
    private final List<Ticket> tickets = new ArrayList<>();
    private final List<Comment> comments = new ArrayList<>();
    private final Map<String, List<HistoryEntry>> histories = new HashMap<>();
    private final Map<String, String> created = new HashMap<>();
    private final Map<String, Comment> commented = new HashMap<>();
    private final Set<String> changes = new HashSet<>();
    private final List<String> calls = new ArrayList<>();
    private int serial;

    /** One that tells the time by a clock. */
    public FakeTicketBackend(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized TicketBackend during(CallContext call) {
        calls.add(call.correlationId());
        return this;
    }

    /** The correlation ids of the calls that it was asked on behalf of. */
    public synchronized List<String> calls() {
        return List.copyOf(calls);
    }

    @Override
    public synchronized Ticket create(NewTicket ticket, Act act) {
        Optional<Ticket> before = findCreated(ticket.customerId(), act.correlationId());
        if (before.isPresent()) {
            return before.get();
        }
        Ticket made = Ticket.builder(nextId(), ticket.customerId(), now())
                .kind(ticket.kind())
                .subject(ticket.subject())
                .text(ticket.text())
                .priority(ticket.priority())
                .flagged(ticket.flagged())
                .department(ticket.department())
                .due(ticket.due())
                .conversation(ticket.conversation())
                .version("0")
                .build();
        tickets.add(made);
        created.put(key(ticket.customerId(), act.correlationId()), made.id());
        record(made, HistoryField.CREATED, Optional.empty(), Optional.empty(), Optional.empty(), act);
        return made;
    }

    @Override
    public synchronized Optional<Ticket> findCreated(String customerId, String correlationId) {
        String id = created.get(key(customerId, correlationId));
        return id == null ? Optional.empty() : get(customerId, id);
    }

    @Override
    public synchronized Optional<Ticket> get(String customerId, String ticketId) {
        return tickets.stream()
                .filter(each -> each.id().equals(ticketId) && each.customerId().equals(customerId))
                .findFirst();
    }

    @Override
    public synchronized Optional<String> ownerOf(String ticketId) {
        return tickets.stream()
                .filter(each -> each.id().equals(ticketId))
                .map(Ticket::customerId)
                .findFirst();
    }

    @Override
    public synchronized Page<Ticket> list(TicketQuery query) {
        List<Ticket> rows = tickets.stream()
                .filter(each -> each.customerId().equals(query.customerId()))
                .filter(each -> query.statuses().isEmpty() || query.statuses().contains(each.status()))
                .filter(each -> query.kinds().isEmpty() || query.kinds().contains(each.kind()))
                .filter(each ->
                        query.from().map(t -> !each.createdAt().isBefore(t)).orElse(true))
                .filter(each ->
                        query.before().map(t -> each.createdAt().isBefore(t)).orElse(true))
                .sorted(Comparator.comparing((Ticket each) -> Integer.parseInt(each.id()))
                        .reversed())
                .toList();
        List<Ticket> rest = query.page()
                .cursor()
                .map(last -> rows.stream()
                        .filter(each -> Integer.parseInt(each.id()) < position(last))
                        .toList())
                .orElse(rows);
        int limit = query.page().limit();
        return rest.size() <= limit
                ? Page.last(rest)
                : Page.of(
                        rest.subList(0, limit), Optional.of(rest.get(limit - 1).id()));
    }

    @Override
    public synchronized Comment comment(
            String customerId, String ticketId, Visibility visibility, String text, Act act) {
        Ticket ticket = require(customerId, ticketId);
        Comment before = commented.get(key(ticketId, act.correlationId()));
        if (before != null) {
            return before;
        }
        Comment made = Comment.builder(nextId(), ticket, now())
                .visibility(visibility)
                .text(text)
                .author(by(act))
                .build();
        comments.add(made);
        commented.put(key(ticketId, act.correlationId()), made);
        record(ticket, HistoryField.COMMENT, Optional.empty(), Optional.of(visibility.name()), Optional.empty(), act);
        return made;
    }

    @Override
    public synchronized Optional<Comment> findComment(String customerId, String ticketId, String correlationId) {
        return get(customerId, ticketId)
                .flatMap(ticket -> Optional.ofNullable(commented.get(key(ticketId, correlationId))));
    }

    @Override
    public synchronized Page<Comment> comments(
            String customerId, String ticketId, Set<Visibility> visibilities, PageRequest page) {
        List<Comment> rows = comments.stream()
                .filter(each -> each.ticketId().equals(ticketId)
                        && each.customerId().equals(customerId)
                        && visibilities.contains(each.visibility()))
                .toList();
        return slice(rows, page);
    }

    @Override
    public synchronized Ticket changeStatus(String customerId, String ticketId, StatusChange change, Act act) {
        Ticket ticket = require(customerId, ticketId);
        if (changes.contains(key(ticketId, act.correlationId()))) {
            return ticket;
        }
        if (ticket.status() != change.from()) {
            throw ConnectorException.of(ErrorCode.CONFLICT, STALE);
        }
        changes.add(key(ticketId, act.correlationId()));
        record(
                ticket,
                HistoryField.STATUS,
                Optional.of(change.from().name()),
                Optional.of(change.to().name()),
                change.note(),
                act);
        return replace(copy(ticket).status(change.to()));
    }

    @Override
    public synchronized Ticket edit(String customerId, String ticketId, TicketEdit edit, Act act) {
        Ticket old = require(customerId, ticketId);
        if (changes.contains(key(ticketId, act.correlationId()))) {
            return old;
        }
        if (!old.version().equals(edit.expectedVersion())) {
            throw ConnectorException.of(ErrorCode.CONFLICT, STALE);
        }
        changes.add(key(ticketId, act.correlationId()));
        Ticket changed = replace(copy(old)
                .priority(edit.priority().orElse(old.priority()))
                .flagged(edit.flagged().orElse(old.flagged()))
                .department(edit.department().orElse(old.department()))
                .due(edit.due().or(old::due)));
        recordIfChanged(old, HistoryField.PRIORITY, old.priority(), changed.priority(), edit, act);
        recordIfChanged(old, HistoryField.FLAG, old.flagged(), changed.flagged(), edit, act);
        recordIfChanged(old, HistoryField.DEPARTMENT, old.department(), changed.department(), edit, act);
        recordIfChanged(
                old, HistoryField.DUE, old.due().orElse(null), changed.due().orElse(null), edit, act);
        return changed;
    }

    @Override
    public synchronized boolean changed(String customerId, String ticketId, String correlationId) {
        return get(customerId, ticketId).isPresent() && changes.contains(key(ticketId, correlationId));
    }

    @Override
    public synchronized Page<HistoryEntry> history(String customerId, String ticketId, PageRequest page) {
        return slice(
                get(customerId, ticketId).isPresent() ? histories.getOrDefault(ticketId, List.of()) : List.of(), page);
    }

    private Ticket require(String customerId, String ticketId) {
        return get(customerId, ticketId).orElseThrow(() -> ConnectorException.of(ErrorCode.NOT_FOUND));
    }

    private TicketBuilder copy(Ticket ticket) {
        return Ticket.builder(ticket.id(), ticket.customerId(), ticket.createdAt())
                .kind(ticket.kind())
                .subject(ticket.subject())
                .text(ticket.text())
                .status(ticket.status())
                .priority(ticket.priority())
                .flagged(ticket.flagged())
                .department(ticket.department())
                .due(ticket.due())
                .conversation(ticket.conversation())
                .updatedAt(now())
                .version(Integer.toString(Integer.parseInt(ticket.version()) + 1));
    }

    private Ticket replace(TicketBuilder builder) {
        Ticket ticket = builder.build();
        tickets.replaceAll(each -> each.id().equals(ticket.id()) ? ticket : each);
        return ticket;
    }

    private void recordIfChanged(
            Ticket ticket, HistoryField field, @Nullable Object from, @Nullable Object to, TicketEdit edit, Act act) {
        Optional<String> before = Optional.ofNullable(from).map(Object::toString);
        Optional<String> after = Optional.ofNullable(to).map(Object::toString);
        if (!before.equals(after)) {
            record(ticket, field, before, after, edit.note(), act);
        }
    }

    private void record(
            Ticket ticket,
            HistoryField field,
            Optional<String> from,
            Optional<String> to,
            Optional<String> note,
            Act act) {
        histories
                .computeIfAbsent(ticket.id(), id -> new ArrayList<>())
                .add(HistoryEntry.builder(nextId(), ticket.customerId(), field, now())
                        .change(from, to)
                        .by(by(act))
                        .note(note)
                        .correlationId(Optional.of(act.correlationId()))
                        .build());
    }

    private static <R> Page<R> slice(List<R> rows, PageRequest page) {
        int from = page.cursor().map(FakeTicketBackend::position).orElse(0);
        int to = Math.min(rows.size(), from + page.limit());
        return Page.of(rows.subList(from, to), to < rows.size() ? Optional.of(Integer.toString(to)) : Optional.empty());
    }

    private static int position(String cursor) {
        if (!cursor.matches("[0-9]{1,9}")) {
            throw ConnectorException.of(ErrorCode.INVALID_ARGUMENTS).at("cursor");
        }
        return Integer.parseInt(cursor);
    }

    private static String by(Act act) {
        return act.user().map(user -> act.client() + "/" + user).orElse(act.client());
    }

    private static String key(String first, String second) {
        return first + " " + second;
    }

    private String nextId() {
        return Integer.toString(++serial);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
