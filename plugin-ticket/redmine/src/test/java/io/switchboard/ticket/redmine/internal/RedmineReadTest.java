package io.switchboard.ticket.redmine.internal;

import static io.switchboard.ticket.redmine.internal.RecordedRedmine.ISSUE;
import static io.switchboard.ticket.redmine.internal.RecordedRedmine.ISSUES;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ErrorCode;
import io.switchboard.connector.Page;
import io.switchboard.connector.PageRequest;
import io.switchboard.connector.testkit.FaultyAnswer;
import io.switchboard.ticket.spi.Comment;
import io.switchboard.ticket.spi.HistoryEntry;
import io.switchboard.ticket.spi.HistoryField;
import io.switchboard.ticket.spi.Priority;
import io.switchboard.ticket.spi.Ticket;
import io.switchboard.ticket.spi.TicketKind;
import io.switchboard.ticket.spi.TicketQuery;
import io.switchboard.ticket.spi.TicketStatus;
import io.switchboard.ticket.spi.Visibility;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RedmineReadTest {
    private static final PageRequest FIRST = PageRequest.first(20);

    private RecordedRedmine redmine = new RecordedRedmine().known();

    @AfterEach
    void close() {
        redmine.close();
    }

    @Test
    void ticketIsReadByWhatTheFieldsSay() {
        Ticket ticket = redmine.tickets.get("C-1001", "27").orElseThrow();
        assertEquals("C-1001", ticket.customerId());
        assertEquals("Where is it?\nSince Monday.", ticket.text());
        assertEquals(TicketKind.DELIVERY, ticket.kind());
        assertEquals(TicketStatus.CLOSED, ticket.status(), "Rejected reads as CLOSED too");
        assertEquals(Priority.URGENT, ticket.priority(), "Immediate reads as URGENT too");
        assertEquals("logistics", ticket.department());
        assertEquals(Optional.of("conv-7"), ticket.conversation());
        assertEquals(Optional.of("C-1001"), redmine.tickets.ownerOf("27"));
    }

    @Test
    void anothersIssueAndOneOfAnotherProjectAreNoTickets() {
        assertEquals(Optional.empty(), redmine.tickets.get("C-1002", "27"));
        String moved =
                RecordedRedmine.text("issue").replaceFirst("\"project\": \\{\\s+\"id\": 1", "\"project\": {\"id\": 2");
        redmine.server.answersAt(ISSUE, FaultyAnswer.json(moved));
        assertEquals(Optional.empty(), redmine.tickets.get("C-1001", "27"));
        assertEquals(Optional.empty(), redmine.tickets.ownerOf("27"));
    }

    @Test
    void journalsBecomeCommentsWithTheirVisibility() {
        assertEquals(
                List.of(
                        "CUSTOMER chatbot We look into it.",
                        "INTERNAL Ann Example Depot has it\nnow",
                        "INTERNAL Ann Example Suspicious",
                        "INTERNAL desk/alice For colleagues"),
                comments(redmine));
        assertEquals(
                "18",
                redmine.tickets
                        .comments("C-1001", "27", EnumSet.allOf(Visibility.class), PageRequest.of(Optional.of("17"), 1))
                        .items()
                        .get(0)
                        .id());
    }

    @Test
    void publicNotesAreForCustomersWhereTheOperatorSaysSo() {
        redmine.close();
        redmine = new RecordedRedmine("notes.public", "customer");
        assertTrue(comments(redmine).contains("CUSTOMER Ann Example Depot has it\nnow"));
        assertTrue(comments(redmine).contains("INTERNAL Ann Example Suspicious"));
    }

    @Test
    void orderOfJournalsDoesNotMatter() {
        // Users may choose to see the newest first, which turns the API's answers round too.
        String text = RecordedRedmine.text("issue");
        int from = text.indexOf("\"journals\"");
        String turned = text.substring(0, from) + text.substring(from).replaceFirst("\"id\": 14", "\"id\": 99");
        redmine.server.answersAt(ISSUE, FaultyAnswer.json(turned));
        assertEquals("CUSTOMER chatbot We look into it.", comments(redmine).get(3));
    }

    @Test
    void historyTellsChangesOfTheHubAndOfPeople() {
        List<HistoryEntry> history =
                redmine.tickets.history("C-1001", "27", FIRST).items();
        assertEquals(
                List.of(
                        "CREATED null null chatbot made1",
                        "COMMENT null CUSTOMER chatbot said1",
                        "STATUS NEW IN_PROGRESS desk/alice moved1",
                        "PRIORITY NORMAL URGENT Ann Example null",
                        "COMMENT null INTERNAL Ann Example null",
                        "COMMENT null INTERNAL Ann Example null",
                        "COMMENT null INTERNAL desk/alice said2",
                        "STATUS IN_PROGRESS CLOSED Ann Example null"),
                history.stream()
                        .map(each -> each.field() + " " + each.from().orElse(null) + " "
                                + each.to().orElse(null) + " " + each.by() + " "
                                + each.correlationId().orElse(null))
                        .toList());
        assertEquals(Optional.of("Carrier called"), history.get(2).note());
        assertTrue(redmine.tickets.changed("C-1001", "27", "moved1"));
        assertEquals(HistoryField.CREATED, history.get(0).field());
    }

    @Test
    void filterThatRedmineIgnoresFailsTheListing() {
        redmine.server.answersAt(ISSUES, FaultyAnswer.json(RecordedRedmine.text("issues")));
        assertCode(ErrorCode.NOT_READY, () -> redmine.tickets.list(TicketQuery.of("C-1002", FIRST)));
        assertCode(ErrorCode.NOT_READY, () -> redmine.tickets.findCreated("C-1002", "never"));
    }

    @Test
    void valuesAreNeverOperators() {
        redmine.tickets.list(TicketQuery.of("*|~C-1", FIRST));
        String target = redmine.server
                .received()
                .get(redmine.server.received().size() - 1)
                .target();
        assertTrue(target.contains("op%5Bcf_1%5D=%3D&v%5Bcf_1%5D%5B%5D=%2A%7C~C-1"), target);
    }

    @Test
    void pagesLargerThanRedmineGivesAreAskedForInParts() {
        redmine.server.answersAt(ISSUES, FaultyAnswer.json(rows(300, 201)), FaultyAnswer.json(rows(200, 101)));
        Page<Ticket> page = redmine.tickets.list(TicketQuery.of("C-1001", PageRequest.first(150)));
        assertEquals(150, page.items().size());
        assertEquals(Optional.of("151"), page.next());
        String second = redmine.server
                .received()
                .get(redmine.server.received().size() - 1)
                .target();
        assertTrue(second.contains("v%5Bissue_id%5D%5B%5D=200"), second);
    }

    @Test
    void whatDoesNotAnswerAsRedmineDoesFails() {
        redmine.server.answersAt(ISSUE, FaultyAnswer.html());
        assertCode(ErrorCode.BACKEND_FAILED, () -> redmine.tickets.get("C-1001", "27"));
        redmine.server.answersAt(ISSUE, FaultyAnswer.json("{\"issue\":{\"id\":27}}"));
        assertCode(ErrorCode.BACKEND_FAILED, () -> redmine.tickets.get("C-1001", "27"));
        redmine.server.answersAt(ISSUE, FaultyAnswer.json("{\"issue\":{"));
        assertCode(ErrorCode.BACKEND_FAILED, () -> redmine.tickets.get("C-1001", "27"));
        redmine.server.down();
        assertCode(ErrorCode.BACKEND_UNREACHABLE, () -> redmine.tickets.get("C-1001", "27"));
    }

    @Test
    void wrongKeyIsNotTriedAgainAndAgain() {
        redmine.server.answersAt(ISSUE, FaultyAnswer.of(401, "application/json", ""));
        int before = redmine.asked("GET").size();
        for (int i = 0; i < 20; i++) {
            assertCode(ErrorCode.BACKEND_REFUSED, () -> redmine.tickets.get("C-1001", "27"));
        }
        int sent = redmine.asked("GET").size() - before;
        assertTrue(sent >= 1 && sent <= 5, () -> sent + " questions with a wrong key");
    }

    @Test
    void issueThatMayNotBeSeenIsNoneUnlessAllOfTheProjectIsLost() {
        redmine.server.answersAt(ISSUE, FaultyAnswer.of(403, "application/json", ""));
        assertEquals(Optional.empty(), redmine.tickets.get("C-1001", "27"));
        redmine.server.answersAt("/projects/1.json", FaultyAnswer.of(403, "application/json", ""));
        assertCode(ErrorCode.BACKEND_REFUSED, () -> redmine.tickets.get("C-1001", "27"));
    }

    private static List<String> comments(RecordedRedmine redmine) {
        Set<Visibility> all = EnumSet.allOf(Visibility.class);
        return redmine.tickets.comments("C-1001", "27", all, FIRST).items().stream()
                .map((Comment each) -> each.visibility() + " " + each.author() + " " + each.text())
                .toList();
    }

    /** Rows from one number down to another. */
    private static String rows(long from, long to) {
        String row = RecordedRedmine.text("issues");
        String one = row.substring(row.indexOf('[') + 1, row.lastIndexOf(']'));
        return LongStream.rangeClosed(to, from)
                .mapToObj(id -> one.replaceFirst("\"id\": 27", "\"id\": " + (from + to - id)))
                .collect(Collectors.joining(",", "{\"issues\":[", "],\"total_count\":400}"));
    }

    private static void assertCode(ErrorCode code, Runnable call) {
        assertEquals(code, assertThrows(ConnectorException.class, call::run).code());
    }
}
