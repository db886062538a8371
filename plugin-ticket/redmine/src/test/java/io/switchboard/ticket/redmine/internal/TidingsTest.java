package io.switchboard.ticket.redmine.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.switchboard.connector.PageRequest;
import io.switchboard.ticket.redmine.internal.poll.Tidings;
import io.switchboard.ticket.spi.HistoryEntry;
import io.switchboard.ticket.spi.Ticket;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is told of a recorded issue. */
class TidingsTest {
    @Test
    void changesOfStateAndCommentsAreToldUnderKeysOfRedmine() {
        try (RecordedRedmine redmine = new RecordedRedmine()) {
            Ticket ticket = redmine.tickets.get("C-1001", "27").orElseThrow();
            List<HistoryEntry> history = redmine.tickets
                    .history("C-1001", "27", PageRequest.first(50))
                    .items();
            assertEquals(
                    List.of(
                            "redmine~27~0.0 ticket.v1.ticket.created CUSTOMER",
                            "redmine~27~14.0 ticket.v1.comment.added CUSTOMER",
                            "redmine~27~15.0 ticket.v1.status.changed CUSTOMER",
                            "redmine~27~17.1 ticket.v1.comment.added STAFF",
                            "redmine~27~18.0 ticket.v1.comment.added STAFF",
                            "redmine~27~19.0 ticket.v1.comment.added STAFF",
                            "redmine~27~21.0 ticket.v1.status.changed CUSTOMER"),
                    told(ticket, history, Instant.EPOCH));
            assertEquals(
                    List.of("redmine~27~21.0 ticket.v1.status.changed CUSTOMER"),
                    told(ticket, history, history.get(history.size() - 1).at()));
        }
    }

    private static List<String> told(Ticket ticket, List<HistoryEntry> history, Instant since) {
        return Tidings.of("redmine", ticket, history, since).stream()
                .map(each -> each.key().orElseThrow() + " " + each.type() + " " + each.audience())
                .toList();
    }
}
