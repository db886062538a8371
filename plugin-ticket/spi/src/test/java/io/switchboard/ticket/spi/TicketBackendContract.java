package io.switchboard.ticket.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ErrorCode;
import io.switchboard.connector.Page;
import io.switchboard.connector.PageRequest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * What every ticket backend has to do. A test class per backend extends it. It makes customers and acts of its own for each test, so
 * that a system which is not empty, or is not emptied, does as well.
 */
public abstract class TicketBackendContract {
    protected static final Optional<String> NONE = Optional.empty();

    private final String customer = "C-" + UUID.randomUUID().toString().substring(0, 8);
    private final String stranger = "C-" + UUID.randomUUID().toString().substring(0, 8);

    /** The backend under test; the same within one test. */
    protected abstract TicketBackend backend();

    @Test
    void createdTicketIsReadBackWhole() {
        Instant due = Instant.now().plus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
        NewTicket wanted = new NewTicket(
                customer,
                TicketKind.DELIVERY,
                "包裹没有到 📦 \"it's\" late",
                "订单 20251101 三天没有动静。\nPlease check; it's urgent.",
                Priority.HIGH,
                true,
                "Delivery",
                Optional.of(due),
                Optional.of("conv-7"));
        Ticket made = backend().create(wanted, act());
        Ticket read = backend().get(customer, made.id()).orElseThrow();
        assertEquals(made, read);
        assertEquals(customer, read.customerId());
        assertEquals(TicketKind.DELIVERY, read.kind());
        assertEquals(wanted.subject(), read.subject());
        assertEquals(wanted.text(), read.text());
        assertEquals(TicketStatus.NEW, read.status());
        assertEquals(Priority.HIGH, read.priority());
        assertTrue(read.flagged());
        assertEquals("Delivery", read.department());
        assertEquals(Optional.of(due), read.due());
        assertEquals(Optional.of("conv-7"), read.conversation());
    }

    @Test
    void repeatedCreateMakesOneTicket() {
        Act act = act();
        Ticket first = backend().create(plain("one"), act);
        assertEquals(first.id(), backend().create(plain("one"), act).id());
        assertEquals(1, backend().list(all(10)).items().size());
        assertEquals(
                first.id(),
                backend()
                        .findCreated(customer, act.correlationId())
                        .orElseThrow()
                        .id());
        assertTrue(backend().findCreated(stranger, act.correlationId()).isEmpty());
        assertTrue(backend().findCreated(customer, act().correlationId()).isEmpty());
    }

    @Test
    void sameActOnManyThreadsMakesOneTicket() {
        Act act = act();
        List<Ticket> made = Together.run(12, i -> backend().create(plain("at once"), act));
        assertEquals(1, made.stream().map(Ticket::id).distinct().count());
        assertEquals(1, backend().list(all(10)).items().size());
    }

    @Test
    void theOwnerOfATicketIsToldIfAtAll() {
        Ticket ticket = backend().create(plain("mine"), act());
        Optional<String> owner = backend().ownerOf(ticket.id());
        assertTrue(owner.isEmpty() || owner.equals(Optional.of(customer)), owner::toString);
        assertEquals(NONE, backend().ownerOf("no such ticket"));
    }

    @Test
    void anotherCustomersTicketIsAsOneThatDoesNotExist() {
        Ticket ticket = backend().create(plain("mine"), act());
        String id = ticket.id();
        assertTrue(backend().get(stranger, id).isEmpty());
        assertTrue(backend().list(TicketQuery.of(stranger, first(10))).items().isEmpty());
        assertTrue(backend()
                .comments(stranger, id, EnumSet.allOf(Visibility.class), first(10))
                .items()
                .isEmpty());
        assertTrue(backend().history(stranger, id, first(10)).items().isEmpty());
        assertCode(ErrorCode.NOT_FOUND, () -> backend().comment(stranger, id, Visibility.CUSTOMER, "x", act()));
        assertCode(
                ErrorCode.NOT_FOUND,
                () -> backend().changeStatus(stranger, id, step(TicketStatus.NEW, TicketStatus.CLOSED), act()));
        assertCode(ErrorCode.NOT_FOUND, () -> backend().edit(stranger, id, urgent(ticket), act()));
        assertEquals(TicketStatus.NEW, backend().get(customer, id).orElseThrow().status());
    }

    @Test
    void nonsenseIdsAreOfNoTicket() {
        for (String id : List.of(
                "", "0", "-1", "abc", "1 or 1=1", "' or '1'='1", "99999999999999999999", "١٢", "x".repeat(500))) {
            assertTrue(backend().get(customer, id).isEmpty(), id);
            assertCode(ErrorCode.NOT_FOUND, () -> backend().comment(customer, id, Visibility.INTERNAL, "x", act()));
        }
    }

    @Test
    void listIsFilteredByStatusKindAndTime() {
        Ticket refund = backend().create(of(TicketKind.REFUND, "refund"), act());
        Ticket complaint = backend().create(of(TicketKind.COMPLAINT, "complaint"), act());
        backend().changeStatus(customer, refund.id(), step(TicketStatus.NEW, TicketStatus.CLOSED), act());
        assertEquals(List.of(refund.id()), ids(Set.of(TicketStatus.CLOSED), Set.of()));
        assertEquals(List.of(complaint.id()), ids(Set.of(TicketStatus.NEW, TicketStatus.WAITING), Set.of()));
        assertEquals(List.of(complaint.id()), ids(Set.of(), Set.of(TicketKind.COMPLAINT)));
        assertEquals(List.of(), ids(Set.of(TicketStatus.CLOSED), Set.of(TicketKind.COMPLAINT)));
        assertEquals(List.of(complaint.id(), refund.id()), ids(Set.of(), Set.of()));
        Instant later = Instant.now().plus(1, ChronoUnit.HOURS);
        assertTrue(backend()
                .list(between(Optional.of(later), Optional.empty()))
                .items()
                .isEmpty());
        assertEquals(
                2,
                backend()
                        .list(between(Optional.empty(), Optional.of(later)))
                        .items()
                        .size());
    }

    @Test
    void pagesStayStableWhileTicketsAreMade() {
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            made.add(0, backend().create(plain("ticket " + i), act()).id());
        }
        Page<Ticket> page = backend().list(all(3));
        List<String> seen =
                new ArrayList<>(page.items().stream().map(Ticket::id).toList());
        while (page.next().isPresent()) {
            backend().create(plain("in between"), act());
            page = backend().list(TicketQuery.of(customer, PageRequest.of(page.next(), 3)));
            assertTrue(page.items().size() <= 3);
            seen.addAll(page.items().stream().map(Ticket::id).toList());
        }
        assertEquals(made, seen);
    }

    @Test
    void exactlyFullLastPageHasNoNext() {
        backend().create(plain("a"), act());
        backend().create(plain("b"), act());
        assertEquals(Optional.empty(), backend().list(all(2)).next());
    }

    @Test
    void cursorsAreShortAndForeignOnesRefused() {
        Ticket ticket = backend().create(plain("a"), act());
        backend().create(plain("b"), act());
        assertTrue(backend().list(all(1)).next().orElseThrow().length() <= 150);
        for (String cursor : List.of("", "x", "1:", "' or 1=1", "٣:٣")) {
            PageRequest page = PageRequest.of(Optional.of(cursor), 1);
            assertCode(ErrorCode.INVALID_ARGUMENTS, () -> backend().list(TicketQuery.of(customer, page)));
            assertCode(ErrorCode.INVALID_ARGUMENTS, () -> backend().history(customer, ticket.id(), page));
        }
    }

    @Test
    void internalCommentsAreKeptApart() {
        Ticket ticket = backend().create(plain("talk"), act());
        backend().comment(customer, ticket.id(), Visibility.INTERNAL, "内部：疑似欺诈", act());
        Comment shown = backend().comment(customer, ticket.id(), Visibility.CUSTOMER, "We look into it.", act());
        Page<Comment> visible = backend().comments(customer, ticket.id(), Set.of(Visibility.CUSTOMER), first(10));
        assertEquals(List.of(shown), visible.items());
        assertEquals(customer, shown.customerId());
        assertEquals(ticket.id(), shown.ticketId());
        Page<Comment> whole = backend().comments(customer, ticket.id(), EnumSet.allOf(Visibility.class), first(10));
        assertEquals(
                List.of("内部：疑似欺诈", "We look into it."),
                whole.items().stream().map(Comment::text).toList());
    }

    @Test
    void repeatedCommentIsOneComment() {
        Ticket ticket = backend().create(plain("talk"), act());
        Act act = act();
        List<Comment> made =
                Together.run(8, i -> backend().comment(customer, ticket.id(), Visibility.CUSTOMER, "once", act));
        assertEquals(1, made.stream().map(Comment::id).distinct().count());
        assertEquals(
                made.get(0),
                backend()
                        .findComment(customer, ticket.id(), act.correlationId())
                        .orElseThrow());
        assertTrue(backend()
                .findComment(stranger, ticket.id(), act.correlationId())
                .isEmpty());
        backend().comment(customer, ticket.id(), Visibility.CUSTOMER, "once", act());
        assertEquals(
                2,
                drain(page -> backend().comments(customer, ticket.id(), Set.of(Visibility.CUSTOMER), page))
                        .size());
    }

    @Test
    void twoStepsAtOnceAreOneStepAndOneConflict() {
        Ticket ticket = backend().create(plain("race"), act());
        List<TicketStatus> targets = List.of(TicketStatus.IN_PROGRESS, TicketStatus.CLOSED);
        List<Optional<ErrorCode>> outcomes = Together.run(2, i -> {
            try {
                backend().changeStatus(customer, ticket.id(), step(TicketStatus.NEW, targets.get(i)), act());
                return Optional.empty();
            } catch (ConnectorException e) {
                assertEquals(TicketBackend.STALE, e.reason());
                return Optional.of(e.code());
            }
        });
        assertEquals(1, outcomes.stream().filter(Optional::isEmpty).count());
        assertTrue(outcomes.contains(Optional.of(ErrorCode.CONFLICT)));
        assertEquals(
                targets.get(outcomes.indexOf(Optional.<ErrorCode>empty())),
                backend().get(customer, ticket.id()).orElseThrow().status());
        assertEquals(List.of(HistoryField.CREATED, HistoryField.STATUS), fields(ticket.id()));
    }

    @Test
    void repeatedStepIsOneStep() {
        String id = backend().create(plain("step"), act()).id();
        Act act = act();
        backend().changeStatus(customer, id, step(TicketStatus.NEW, TicketStatus.WAITING), act);
        backend().changeStatus(customer, id, step(TicketStatus.WAITING, TicketStatus.IN_PROGRESS), act());
        Ticket again = backend().changeStatus(customer, id, step(TicketStatus.NEW, TicketStatus.WAITING), act);
        assertEquals(TicketStatus.IN_PROGRESS, again.status());
        assertTrue(backend().changed(customer, id, act.correlationId()));
        assertFalse(backend().changed(stranger, id, act.correlationId()));
        assertFalse(backend().changed(customer, id, act().correlationId()));
        assertCode(
                ErrorCode.CONFLICT,
                () -> backend().changeStatus(customer, id, step(TicketStatus.NEW, TicketStatus.WAITING), act()));
    }

    @Test
    void editSetsWhatIsNamedAndLeavesTheRest() {
        Ticket ticket = backend().create(plain("edit"), act());
        Instant due = Instant.now().plus(4, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
        TicketEdit edit = new TicketEdit(
                ticket.version(),
                Optional.of(Priority.HIGH),
                Optional.of(true),
                NONE,
                Optional.of(due),
                Optional.of("催单"));
        Act act = act();
        Ticket changed = backend().edit(customer, ticket.id(), edit, act);
        assertEquals(Priority.HIGH, changed.priority());
        assertTrue(changed.flagged());
        assertEquals(ticket.department(), changed.department());
        assertEquals(Optional.of(due), changed.due());
        assertEquals(
                changed.version(),
                backend().edit(customer, ticket.id(), edit, act).version());
        assertCode(ErrorCode.CONFLICT, () -> backend().edit(customer, ticket.id(), edit, act()));
        assertEquals(
                List.of(HistoryField.CREATED, HistoryField.PRIORITY, HistoryField.FLAG, HistoryField.DUE),
                fields(ticket.id()));
    }

    @Test
    void historyTellsWhoDidWhatInWhichAct() {
        String id = backend().create(plain("history"), act()).id();
        Act act = new Act(act().correlationId(), "desk", Optional.of("alice"));
        StatusChange change = new StatusChange(TicketStatus.NEW, TicketStatus.RESOLVED, Optional.of("已补发"));
        backend().changeStatus(customer, id, change, act);
        List<HistoryEntry> rows = drain(page -> backend().history(customer, id, page));
        HistoryEntry entry = rows.get(1);
        assertEquals(customer, entry.customerId());
        assertEquals(HistoryField.STATUS, entry.field());
        assertEquals(Optional.of("NEW"), entry.from());
        assertEquals(Optional.of("RESOLVED"), entry.to());
        assertEquals("desk/alice", entry.by());
        assertEquals(Optional.of("已补发"), entry.note());
        assertEquals(Optional.of(act.correlationId()), entry.correlationId());
        assertFalse(entry.at().isBefore(rows.get(0).at()));
    }

    /** The fields of a ticket's history, the oldest first, read in pages of two. */
    protected final List<HistoryField> fields(String ticketId) {
        return drain(page -> backend().history(customer, ticketId, page)).stream()
                .map(HistoryEntry::field)
                .toList();
    }

    /** The customer whose tickets the test makes. */
    protected final String customer() {
        return customer;
    }

    /** A ticket like many. */
    protected final NewTicket plain(String subject) {
        return of(TicketKind.QUESTION, subject);
    }

    /** An act that was never before. */
    protected static Act act() {
        return new Act(UUID.randomUUID().toString().replace("-", ""), "tests", Optional.empty());
    }

    private NewTicket of(TicketKind kind, String subject) {
        return new NewTicket(
                customer, kind, subject, "text", Priority.NORMAL, false, "General", Optional.empty(), Optional.empty());
    }

    private List<String> ids(Set<TicketStatus> statuses, Set<TicketKind> kinds) {
        return backend()
                .list(new TicketQuery(customer, statuses, kinds, Optional.empty(), Optional.empty(), first(10)))
                .items()
                .stream()
                .map(Ticket::id)
                .toList();
    }

    private TicketQuery all(int limit) {
        return TicketQuery.of(customer, first(limit));
    }

    private TicketQuery between(Optional<Instant> from, Optional<Instant> before) {
        return new TicketQuery(customer, Set.of(), Set.of(), from, before, first(10));
    }

    private static <R> List<R> drain(Function<PageRequest, Page<R>> listing) {
        List<R> rows = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            Page<R> page = listing.apply(PageRequest.of(cursor, 2));
            rows.addAll(page.items());
            cursor = page.next();
        } while (cursor.isPresent());
        return rows;
    }

    private static PageRequest first(int limit) {
        return PageRequest.first(limit);
    }

    private static StatusChange step(TicketStatus from, TicketStatus to) {
        return new StatusChange(from, to, Optional.empty());
    }

    private static TicketEdit urgent(Ticket ticket) {
        return new TicketEdit(
                ticket.version(), Optional.of(Priority.URGENT), Optional.empty(), NONE, Optional.empty(), NONE);
    }

    private static void assertCode(ErrorCode code, Runnable call) {
        assertEquals(code, assertThrows(ConnectorException.class, call::run).code());
    }
}
