package io.switchboard.ticket.redmine.internal;

import static io.switchboard.ticket.redmine.internal.RecordedRedmine.ISSUE;
import static io.switchboard.ticket.redmine.internal.RecordedRedmine.ISSUES;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ErrorCode;
import io.switchboard.connector.testkit.FaultyAnswer;
import io.switchboard.ticket.spi.Act;
import io.switchboard.ticket.spi.Comment;
import io.switchboard.ticket.spi.NewTicket;
import io.switchboard.ticket.spi.Priority;
import io.switchboard.ticket.spi.StatusChange;
import io.switchboard.ticket.spi.Ticket;
import io.switchboard.ticket.spi.TicketBackend;
import io.switchboard.ticket.spi.TicketEdit;
import io.switchboard.ticket.spi.TicketKind;
import io.switchboard.ticket.spi.TicketStatus;
import io.switchboard.ticket.spi.Visibility;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RedmineWriteTest {
    private static final FaultyAnswer TAKEN = FaultyAnswer.status(204);
    private static final FaultyAnswer COLLIDED = FaultyAnswer.of(422, "application/json", "{\"errors\":[]}");
    private static final FaultyAnswer THERE = FaultyAnswer.json(RecordedRedmine.text("issue"));
    private static final StatusChange REOPEN =
            new StatusChange(TicketStatus.CLOSED, TicketStatus.IN_PROGRESS, Optional.empty());
    private static final NewTicket WANTED = new NewTicket(
            "C-1001",
            TicketKind.DELIVERY,
            "Parcel late",
            "Where is it?",
            Priority.NORMAL,
            false,
            "logistics",
            Optional.empty(),
            Optional.empty());

    private final RecordedRedmine redmine = new RecordedRedmine().known();

    @AfterEach
    void close() {
        redmine.close();
    }

    @Test
    void createWhoseAnswerIsLostIsFoundAndNotMadeTwice() {
        FaultyAnswer none = FaultyAnswer.json(RecordedRedmine.text("none"));
        FaultyAnswer made = FaultyAnswer.json(RecordedRedmine.text("issues"));
        redmine.server.answersAt(ISSUES, none, FaultyAnswer.closed(), made);
        assertCode(ErrorCode.OUTCOME_UNKNOWN, () -> redmine.tickets.create(WANTED, act("made1")));
        assertEquals("27", redmine.tickets.create(WANTED, act("made1")).id());
        assertEquals(List.of(ISSUES), redmine.asked("POST"));
    }

    @Test
    void createWhoseAnswerIsLostIsNotMadeAgainWhileItMayBeUnderWay() {
        FaultyAnswer none = FaultyAnswer.json(RecordedRedmine.text("none"));
        redmine.server.answersAt(ISSUES, none, FaultyAnswer.closed(), none);
        assertCode(ErrorCode.OUTCOME_UNKNOWN, () -> redmine.tickets.create(WANTED, act("made1")));
        assertCode(ErrorCode.OUTCOME_UNKNOWN, () -> redmine.tickets.findCreated("C-1001", "made1"));
        assertCode(ErrorCode.OUTCOME_UNKNOWN, () -> redmine.tickets.create(WANTED, act("made1")));
        assertEquals(Optional.empty(), redmine.tickets.findCreated("C-1001", "other"));
        redmine.clock.advance(Duration.ofSeconds(15));
        assertEquals(Optional.empty(), redmine.tickets.findCreated("C-1001", "made1"));
        assertEquals(List.of(ISSUES), redmine.asked("POST"));
    }

    @Test
    void ignoredFilterKeepsATicketFromBeingMade() {
        redmine.server.answersAt(ISSUES, FaultyAnswer.json(RecordedRedmine.text("issues")));
        assertCode(ErrorCode.NOT_READY, () -> redmine.tickets.create(WANTED, act("other")));
        assertEquals(List.of(), redmine.asked("POST"));
    }

    @Test
    void ticketThatLostItsCustomerOnTheWayIsToldOf() {
        String lost = RecordedRedmine.text("issue").replace("\"C-1001\"", "null");
        redmine.server.answersAt(
                ISSUES,
                FaultyAnswer.json(RecordedRedmine.text("none")),
                FaultyAnswer.of(201, "application/json", lost));
        assertCode(ErrorCode.BACKEND_FAILED, () -> redmine.tickets.create(WANTED, act("made1")));
    }

    @Test
    void rulesOfRedmineThatRefuseATicketAreNotTheCallersToMend() {
        FaultyAnswer refused =
                FaultyAnswer.of(422, "application/json", "{\"errors\":[\"Kind is not included in the list\"]}");
        redmine.server.answersAt(ISSUES, FaultyAnswer.json(RecordedRedmine.text("none")), refused);
        assertCode(ErrorCode.BACKEND_REFUSED, () -> redmine.tickets.create(WANTED, act("made1")));
    }

    @Test
    void repeatedWritesAreNotSentAgain() {
        assertEquals(
                "14",
                redmine.tickets
                        .comment("C-1001", "27", Visibility.CUSTOMER, "We look into it.", act("said1"))
                        .id());
        redmine.tickets.changeStatus("C-1001", "27", REOPEN, act("moved1"));
        assertEquals(List.of(), redmine.asked("PUT"));
    }

    @Test
    void writeThatDidNothingIsFoundOut() {
        redmine.server.answersAt(ISSUE, THERE, TAKEN, THERE);
        assertCode(ErrorCode.BACKEND_REFUSED, () -> comment(Visibility.CUSTOMER));
        redmine.server.answersAt(ISSUE, THERE, TAKEN, THERE);
        assertCode(ErrorCode.BACKEND_REFUSED, () -> redmine.tickets.changeStatus("C-1001", "27", REOPEN, act("new1")));
    }

    @Test
    void privateNoteThatBecamePublicIsFoundOut() {
        redmine.server.answersAt(ISSUE, THERE, TAKEN, FaultyAnswer.json(noted(false)));
        assertCode(ErrorCode.BACKEND_FAILED, () -> comment(Visibility.INTERNAL));
        assertTrue(redmine.sent("PUT").contains("\"private_notes\":true"), redmine.sent("PUT"));
    }

    @Test
    void collisionIsTriedAgainAsLongAsTheTicketIsAsExpected() {
        redmine.server.answersAt(ISSUE, THERE, COLLIDED, THERE, TAKEN, FaultyAnswer.json(noted(true)));
        assertEquals("23", comment(Visibility.INTERNAL).id());
        String moved =
                RecordedRedmine.text("issue").replaceFirst("\"id\": 6,(\\s+\"name\": \"Rejected\")", "\"id\": 3,$1");
        redmine.server.answersAt(ISSUE, THERE, COLLIDED, FaultyAnswer.json(moved));
        ConnectorException e =
                assertCode(ErrorCode.CONFLICT, () -> redmine.tickets.changeStatus("C-1001", "27", REOPEN, act("new1")));
        assertEquals(TicketBackend.STALE, e.reason());
    }

    @Test
    void endlessCollisionsGiveUp() {
        redmine.server.answersAt(ISSUE, THERE, COLLIDED, THERE, COLLIDED, THERE, COLLIDED, THERE, COLLIDED, THERE);
        assertCode(ErrorCode.BUSY, () -> comment(Visibility.CUSTOMER));
        assertEquals(4, redmine.asked("PUT").size());
    }

    @Test
    void stepThatTheWorkflowForbidsIsNotSent() {
        String stuck = RecordedRedmine.text("issue")
                .replaceFirst("(?s)\"allowed_statuses\": \\[.*?]", "\"allowed_statuses\": []");
        redmine.server.answersAt(ISSUE, FaultyAnswer.json(stuck));
        assertCode(ErrorCode.BACKEND_REFUSED, () -> redmine.tickets.changeStatus("C-1001", "27", REOPEN, act("new1")));
        assertEquals(List.of(), redmine.asked("PUT"));
    }

    @Test
    void editOfWhatIsSoAlreadyIsNotSent() {
        Ticket ticket = redmine.tickets.get("C-1001", "27").orElseThrow();
        TicketEdit edit = new TicketEdit(
                ticket.version(),
                Optional.of(Priority.URGENT),
                Optional.of(false),
                Optional.of("logistics"),
                Optional.empty(),
                Optional.empty());
        assertEquals(ticket, redmine.tickets.edit("C-1001", "27", edit, act("edit1")));
        assertEquals(List.of(), redmine.asked("PUT"));
    }

    @Test
    void writeWithoutAnAnswerIsUnknown() {
        redmine.server.answersAt(ISSUE, THERE, FaultyAnswer.closed());
        assertCode(ErrorCode.OUTCOME_UNKNOWN, () -> comment(Visibility.CUSTOMER));
        redmine.server.answersAt(ISSUE, THERE);
        assertCode(ErrorCode.OUTCOME_UNKNOWN, () -> comment(Visibility.CUSTOMER));
        assertCode(ErrorCode.OUTCOME_UNKNOWN, () -> redmine.tickets.findComment("C-1001", "27", "noted1"));
        assertEquals(1, redmine.asked("PUT").size());
    }

    private Comment comment(Visibility visibility) {
        return redmine.tickets.comment("C-1001", "27", visibility, "Noted", act("noted1"));
    }

    /** The issue with one more note of the hub. */
    private static String noted(boolean hidden) {
        String at = "\"created_on\":\"2026-11-22T18:20:00Z\",\"user\":{\"id\":5,\"name\":\"Hub Example\"},";
        String act = "{" + at
                + "\"id\":22,\"notes\":%s,\"private_notes\":false,\"details\":[{\"property\":\"cf\",\"name\":\"3\","
                + "\"new_value\":\"noted1 tests\"}]}";
        String journals = hidden
                ? act.formatted("null") + ",{" + at
                        + "\"id\":23,\"notes\":\"Noted\",\"private_notes\":true,\"details\":[]}"
                : act.formatted("\"Noted\"");
        return RecordedRedmine.text("issue")
                .replaceFirst("(?s)\"journals\": \\[.*?\"allowed", "\"journals\":[" + journals + "],\"allowed");
    }

    private static Act act(String correlationId) {
        return new Act(correlationId, "tests", Optional.empty());
    }

    private static ConnectorException assertCode(ErrorCode code, Runnable call) {
        ConnectorException e = assertThrows(ConnectorException.class, call::run);
        assertEquals(code, e.code());
        return e;
    }
}
