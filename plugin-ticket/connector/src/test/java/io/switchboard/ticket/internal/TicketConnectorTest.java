package io.switchboard.ticket.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ErrorCode;
import io.switchboard.connector.Page;
import io.switchboard.connector.PageRequest;
import io.switchboard.connector.ProbeResult;
import io.switchboard.crm.spi.Level;
import io.switchboard.ticket.internal.Inputs.AddComment;
import io.switchboard.ticket.internal.Inputs.ChangeStatus;
import io.switchboard.ticket.internal.Inputs.CreateTicket;
import io.switchboard.ticket.internal.Inputs.FindTicket;
import io.switchboard.ticket.internal.Inputs.ListOnTicket;
import io.switchboard.ticket.internal.Inputs.ListTickets;
import io.switchboard.ticket.internal.Inputs.MoveTicket;
import io.switchboard.ticket.internal.Views.CommentView;
import io.switchboard.ticket.internal.Views.HistoryView;
import io.switchboard.ticket.internal.Views.StaffCommentView;
import io.switchboard.ticket.internal.Views.TicketRow;
import io.switchboard.ticket.internal.Views.TicketView;
import io.switchboard.ticket.spi.HistoryField;
import io.switchboard.ticket.spi.Priority;
import io.switchboard.ticket.spi.TicketKind;
import io.switchboard.ticket.spi.TicketStatus;
import io.switchboard.ticket.spi.Visibility;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TicketConnectorTest {
    private final Setup setup = new Setup();
    private final TicketConnector connector = setup.connector;

    @Test
    void createdTicketIsDispatchedAndFoundByItsAct() {
        Setup ruled = new Setup(Map.of(
                "rule.1.types", "REFUND", "rule.1.levels", "GOLD", "rule.1.department", "vip", "rule.1.due", "PT4H"));
        ruled.levels.crm = new FakeCrm(id -> Optional.of(Level.GOLD));
        CreateTicket input = new CreateTicket("C-1", TicketKind.REFUND, "退款", "请退款");
        FakeCall call = FakeCall.one();
        assertEquals(
                ProbeResult.State.NOT_DONE, ruled.connector.created(input, call).state());
        TicketView ticket = ruled.connector.create(input, call);
        assertTrue(ticket.id().startsWith("embedded~"));
        assertEquals("vip", ticket.department());
        assertEquals(Optional.of(Setup.NOW.plus(Duration.ofHours(4))), ticket.due());
        assertEquals(TicketStatus.NEW, ticket.status());
        assertEquals(ticket, ruled.connector.create(input, call));
        assertEquals(ProbeResult.done(ticket), ruled.connector.created(input, call));
        assertEquals(
                1,
                ruled.connector
                        .list(list(Optional.empty(), Optional.empty(), 20), FakeCall.one())
                        .items()
                        .size());
    }

    @Test
    void stolenAccountIsUrgentWithoutAnyRule() {
        TicketView ticket = connector.create(
                new CreateTicket("C-1", TicketKind.ACCOUNT_STOLEN, "Help", "Somebody ordered with my account"),
                FakeCall.one());
        assertEquals(Priority.URGENT, ticket.priority());
        assertTrue(ticket.flagged());
    }

    @Test
    void anotherCustomersTicketAnswersAsAMissingOne() {
        String id = setup.ticket("C-1");
        for (String each : List.of(id, "embedded~999", "redmine~1", "embedded~", "~", "999", "")) {
            FakeCall call = FakeCall.one();
            Stream.<Runnable>of(
                            () -> connector.get(new FindTicket("C-2", each), call),
                            () -> connector.comment(new AddComment("C-2", each, Visibility.CUSTOMER, "x"), call),
                            () -> connector.comments(new ListOnTicket("C-2", each, Setup.FIRST), FakeCall.one()),
                            () -> connector.allComments(new ListOnTicket("C-2", each, Setup.FIRST), FakeCall.one()),
                            () -> connector.history(new ListOnTicket("C-2", each, Setup.FIRST), FakeCall.one()),
                            () -> connector.changeStatus(to(TicketStatus.CLOSED, "C-2", each), call),
                            () -> connector.expedite(move("C-2", each), call),
                            () -> connector.close(move("C-2", each), call),
                            () -> connector.reopen(move("C-2", each), call))
                    .forEach(operation -> {
                        ConnectorException e = assertThrows(ConnectorException.class, operation::run);
                        assertEquals(ErrorCode.NOT_FOUND, e.code());
                        assertEquals("", e.reason());
                        Optional<String> owner = e.owner().flatMap(Supplier::get);
                        assertEquals(Optional.of("C-1").filter(mine -> each.equals(id)), owner);
                    });
        }
        assertEquals(TicketStatus.NEW, setup.status("C-1", id));
    }

    @Test
    void internalCommentsReachStaffAlone() {
        String id = setup.ticket("C-1");
        comment(id, Visibility.INTERNAL, "疑似恶意退款");
        comment(id, Visibility.CUSTOMER, "正在处理");
        Page<CommentView> shown = connector.comments(new ListOnTicket("C-1", id, Setup.FIRST), FakeCall.one());
        assertEquals(
                List.of("正在处理"), shown.items().stream().map(CommentView::text).toList());
        Page<StaffCommentView> all = connector.allComments(new ListOnTicket("C-1", id, Setup.FIRST), FakeCall.one());
        assertEquals(2, all.items().size());
        assertEquals("chatbot", all.items().get(0).author());
    }

    @Test
    void repeatedCommentIsFoundByItsAct() {
        String id = setup.ticket("C-1");
        AddComment input = new AddComment("C-1", id, Visibility.CUSTOMER, "hello");
        FakeCall call = FakeCall.one();
        assertEquals(
                ProbeResult.State.NOT_DONE, connector.commented(input, call).state());
        CommentView made = connector.comment(input, call);
        assertEquals(made, connector.comment(input, call));
        assertEquals(ProbeResult.done(made), connector.commented(input, call));
    }

    @Test
    void expeditingTwiceChangesOnce() {
        String id = setup.ticket("C-1");
        FakeCall call = FakeCall.one();
        TicketView once = connector.expedite(move("C-1", id), call);
        assertEquals(Priority.HIGH, once.priority());
        assertTrue(once.flagged());
        assertEquals(Optional.of(Setup.NOW.plus(Duration.ofHours(4))), once.due());
        assertEquals(once, connector.expedite(move("C-1", id), FakeCall.one()));
        assertEquals(ProbeResult.done(once), connector.expedited(move("C-1", id), call));
        assertEquals(
                List.of(HistoryField.CREATED, HistoryField.PRIORITY, HistoryField.FLAG, HistoryField.DUE),
                history(id).stream().map(HistoryView::field).toList());
    }

    @Test
    void finishedTicketIsNotExpedited() {
        String id = setup.ticket("C-1");
        connector.close(move("C-1", id), FakeCall.one());
        assertConflict(TicketChanges.FINISHED, () -> connector.expedite(move("C-1", id), FakeCall.one()));
    }

    @Test
    void closedTicketIsReopenedAndNothingElse() {
        String id = setup.ticket("C-1");
        assertConflict(TicketChanges.NOT_FINISHED, () -> connector.reopen(move("C-1", id), FakeCall.one()));
        FakeCall closing = FakeCall.one();
        assertEquals(
                TicketStatus.CLOSED, connector.close(move("C-1", id), closing).status());
        assertConflict(Transitions.FROM_CLOSED, () -> connector.close(move("C-1", id), FakeCall.one()));
        assertEquals(
                TicketStatus.CLOSED, connector.close(move("C-1", id), closing).status());
        assertEquals(
                TicketStatus.IN_PROGRESS,
                connector.reopen(move("C-1", id), FakeCall.one()).status());
        // The late second attempt at the first call does not close it again.
        assertEquals(
                TicketStatus.CLOSED,
                TicketStatus.valueOf(history(id).get(1).to().orElseThrow()));
        connector.close(move("C-1", id), closing);
        assertEquals(TicketStatus.IN_PROGRESS, setup.status("C-1", id));
        assertEquals(
                ProbeResult.State.DONE,
                connector.closed(move("C-1", id), closing).state());
    }

    @Test
    void unexpectedStateIsAConflict() {
        String id = setup.ticket("C-1");
        ChangeStatus input =
                new ChangeStatus("C-1", id, TicketStatus.RESOLVED, Optional.of(TicketStatus.WAITING), Optional.empty());
        assertConflict(TicketChanges.UNEXPECTED, () -> connector.changeStatus(input, FakeCall.one()));
        assertEquals(
                ProbeResult.State.NOT_DONE,
                connector.statusChanged(input, FakeCall.one()).state());
    }

    @Test
    void listIsFilteredAndPaged() {
        String closed = setup.ticket("C-1");
        connector.close(move("C-1", closed), FakeCall.one());
        String second = setup.ticket("C-1");
        String third = setup.ticket("C-1");
        assertEquals(List.of(closed), ids(Optional.empty(), Optional.of(false)));
        assertEquals(List.of(third, second), ids(Optional.of(TicketStatus.NEW), Optional.empty()));
        assertEquals(List.of(), ids(Optional.of(TicketStatus.NEW), Optional.of(false)));
        Page<TicketRow> first = connector.list(list(Optional.empty(), Optional.of(true), 1), FakeCall.one());
        assertEquals(List.of(third), first.items().stream().map(TicketRow::id).toList());
        PageRequest next = PageRequest.of(first.next(), 1);
        Page<TicketRow> rest = connector.list(
                new ListTickets("C-1", Optional.empty(), Optional.empty(), Optional.of(true), next), FakeCall.one());
        assertEquals(List.of(second), rest.items().stream().map(TicketRow::id).toList());
        assertFalse(rest.next().isPresent());
        PageRequest forged = PageRequest.of(Optional.of("1"), 1);
        assertEquals(
                ErrorCode.INVALID_ARGUMENTS,
                assertThrows(
                                ConnectorException.class,
                                () -> connector.list(
                                        new ListTickets(
                                                "C-1", Optional.empty(), Optional.empty(), Optional.empty(), forged),
                                        FakeCall.one()))
                        .code());
    }

    private List<String> ids(Optional<TicketStatus> status, Optional<Boolean> open) {
        return connector.list(list(status, open, 20), FakeCall.one()).items().stream()
                .map(TicketRow::id)
                .toList();
    }

    private List<HistoryView> history(String id) {
        return connector
                .history(new ListOnTicket("C-1", id, Setup.FIRST), FakeCall.one())
                .items();
    }

    private void comment(String id, Visibility visibility, String text) {
        connector.comment(new AddComment("C-1", id, visibility, text), FakeCall.one());
    }

    private static ListTickets list(Optional<TicketStatus> status, Optional<Boolean> open, int limit) {
        return new ListTickets("C-1", status, Optional.empty(), open, PageRequest.first(limit));
    }

    private static MoveTicket move(String customerId, String ticketId) {
        return new MoveTicket(customerId, ticketId, Optional.of("why"));
    }

    private static ChangeStatus to(TicketStatus status, String customerId, String ticketId) {
        return new ChangeStatus(customerId, ticketId, status, Optional.empty(), Optional.empty());
    }

    private static void assertConflict(String reason, Runnable operation) {
        ConnectorException e = assertThrows(ConnectorException.class, operation::run);
        assertEquals(ErrorCode.CONFLICT, e.code());
        assertEquals(reason, e.reason());
    }
}
