package io.switchboard.ticket.embedded.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.connector.PageRequest;
import io.switchboard.sql.Transactions;
import io.switchboard.ticket.embedded.internal.demo.DemoTickets;
import io.switchboard.ticket.spi.Act;
import io.switchboard.ticket.spi.HistoryEntry;
import io.switchboard.ticket.spi.HistoryField;
import io.switchboard.ticket.spi.NewTicket;
import io.switchboard.ticket.spi.Priority;
import io.switchboard.ticket.spi.Ticket;
import io.switchboard.ticket.spi.TicketBackend;
import io.switchboard.ticket.spi.TicketKind;
import io.switchboard.ticket.spi.TicketQuery;
import io.switchboard.ticket.spi.TicketStatus;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DemoTicketsTest {
    private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final PageRequest ALL = PageRequest.first(200);

    @Test
    void yearOfTicketsIsMadeOnceAndAlwaysTheSame() throws SQLException, IOException {
        try (TestStore one = new TestStore();
                TestStore two = new TestStore()) {
            List<Ticket> first = filled(one);
            assertEquals(first, filled(two));
            assertEquals(0, DemoTickets.fill(new Transactions(one.source()), CLOCK));
            assertTrue(first.size() >= 500, () -> first.size() + " tickets");
            assertTrue(first.stream()
                    .allMatch(ticket -> ticket.createdAt().isBefore(NOW)
                            && ticket.createdAt().isAfter(NOW.minus(Duration.ofDays(367)))
                            && !ticket.updatedAt().isAfter(NOW)));
            Set<TicketStatus> statuses = first.stream().map(Ticket::status).collect(Collectors.toSet());
            assertEquals(EnumSet.allOf(TicketStatus.class), statuses);
            assertTrue(first.stream().noneMatch(ticket -> ticket.text().contains("{")));
        }
    }

    @Test
    void historyLeadsToTheState() throws SQLException, IOException {
        try (TestStore store = new TestStore()) {
            TicketBackend backend = backend(store);
            for (Ticket ticket : filled(store)) {
                List<HistoryEntry> history =
                        backend.history(ticket.customerId(), ticket.id(), ALL).items();
                assertEquals(HistoryField.CREATED, history.get(0).field());
                String state = history.stream()
                        .filter(entry -> entry.field() == HistoryField.STATUS)
                        .reduce(
                                "NEW",
                                (before, entry) -> {
                                    assertEquals(Optional.of(before), entry.from());
                                    return entry.to().orElseThrow();
                                },
                                (a, b) -> b);
                assertEquals(ticket.status().name(), state);
            }
        }
    }

    @Test
    void storeWithTicketsIsLeftAlone() throws SQLException, IOException {
        try (TestStore store = new TestStore()) {
            NewTicket own = new NewTicket(
                    "C-1", TicketKind.OTHER, "a", "b", Priority.LOW, false, "d", Optional.empty(), Optional.empty());
            backend(store).create(own, new Act("a1", "tests", Optional.empty()));
            assertEquals(0, DemoTickets.fill(new Transactions(store.source()), CLOCK));
            assertFalse(backend(store).list(TicketQuery.of("C-1", ALL)).items().isEmpty());
        }
    }

    private static TicketBackend backend(TestStore store) {
        return new SqlTicketBackend(new Transactions(store.source()), new ToldEvents(), CLOCK);
    }

    private static List<Ticket> filled(TestStore store) {
        DemoTickets.fill(new Transactions(store.source()), CLOCK);
        List<Ticket> tickets = new ArrayList<>();
        for (int customer = 1001; customer <= 1300; customer++) {
            tickets.addAll(
                    backend(store).list(TicketQuery.of("C-" + customer, ALL)).items());
        }
        return tickets;
    }
}
