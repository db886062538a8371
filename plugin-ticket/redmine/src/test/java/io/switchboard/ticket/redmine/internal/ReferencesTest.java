package io.switchboard.ticket.redmine.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ErrorCode;
import io.switchboard.connector.testkit.FaultyAnswer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is missing in a Redmine is told in words, and keeps the backend from working on guesses. */
class ReferencesTest {
    private RecordedRedmine redmine = new RecordedRedmine();

    @AfterEach
    void close() {
        redmine.close();
    }

    @Test
    void nothingIsMissing() {
        assertEquals(List.of(), redmine.faults());
    }

    @Test
    void missingProject() {
        redmine.server.answersAt("/projects/support.json", FaultyAnswer.of(404, "application/json", ""));
        assertFault("There is no project support");
    }

    @Test
    void noMemberOfTheProject() {
        answer("/users/current.json", "user", "\"memberships\"", "\"others\"");
        assertFault("not a member");
    }

    @Test
    void missingRights() {
        answer("/roles/6.json", "role", "\"set_notes_private\"", "\"something_else\"");
        assertFault("lacks set_notes_private");
    }

    @Test
    void onlyItsOwnIssues() {
        answer("/roles/6.json", "role", "\"issues_visibility\": \"all\"", "\"issues_visibility\": \"own\"");
        assertFault("only issues of its own");
    }

    @Test
    void missingFieldThatIsNeeded() {
        answer("/projects/1.json", "project", "Customer ID", "Client");
        assertFault("no custom field Customer ID");
        redmine.close();
        redmine = new RecordedRedmine("field.customer", "#1");
        answer("/projects/1.json", "project", "Customer ID", "Client");
        assertEquals(List.of(), redmine.faults());
    }

    @Test
    void missingFieldThatIsNotNeeded() {
        answer("/projects/1.json", "project", "Department", "Unit");
        assertEquals(List.of(), redmine.faults());
        assertEquals("", redmine.tickets.get("C-1001", "27").orElseThrow().department());
    }

    @Test
    void fieldThatDoesNotFilter() {
        redmine.server.answersAt(RecordedRedmine.ISSUES, FaultyAnswer.json(RecordedRedmine.text("issues")));
        assertFault("Used as a filter");
    }

    @Test
    void missingStatus() {
        answer("/issue_statuses.json", "statuses", "Feedback", "Waiting");
        assertFault("WAITING the settings name the status Feedback");
    }

    @Test
    void newIssuesAreInAnotherState() {
        answer("/trackers.json", "trackers", "\"default_status\": \\{\\s+\"id\": 1", "\"default_status\": {\"id\": 2");
        assertFault("status.new");
    }

    @Test
    void callsAreRefusedAndItIsLookedAgainAfterAPause() {
        redmine.server.answersAt(
                "/projects/support.json",
                FaultyAnswer.of(404, "application/json", ""),
                FaultyAnswer.json(RecordedRedmine.text("project")));
        assertNotReady();
        assertNotReady();
        assertEquals(1, redmine.asked("GET").size());
        redmine.clock.advance(Duration.ofSeconds(10));
        assertTrue(redmine.tickets.get("C-1001", "27").isPresent());
    }

    private void assertNotReady() {
        ConnectorException e = assertThrows(ConnectorException.class, () -> redmine.tickets.get("C-1001", "27"));
        assertEquals(ErrorCode.NOT_READY, e.code());
    }

    private void answer(String path, String name, String was, String is) {
        redmine.server.answersAt(
                path, FaultyAnswer.json(RecordedRedmine.text(name).replaceAll(was, is)));
    }

    private void assertFault(String words) {
        List<String> faults = redmine.faults();
        assertTrue(faults.stream().anyMatch(each -> each.contains(words)), faults::toString);
    }
}
