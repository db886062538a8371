package io.switchboard.ticket.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.ticket.internal.dispatch.DispatchRules;
import io.switchboard.ticket.spi.Act;
import io.switchboard.ticket.spi.DeskTicket;
import io.switchboard.ticket.spi.FakeTicketBackend;
import io.switchboard.ticket.spi.Priority;
import io.switchboard.ticket.spi.Ticket;
import io.switchboard.ticket.spi.TicketDesk;
import io.switchboard.ticket.spi.TicketKind;
import io.switchboard.ticket.spi.TicketQuery;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RuledDeskTest {
    private static final Act ACT = new Act("a1", "chatbot", Optional.empty());

    private final Setup setup = new Setup();
    private final TicketDesk desk = new RuledDesk(
            setup.backends, new DispatchRules(Map.of()), setup.levels, Clock.fixed(Setup.NOW, ZoneOffset.UTC));

    private static DeskTicket refund(Priority least) {
        return new DeskTicket(
                "C-1", TicketKind.REFUND, "Refund", "It cannot be finished.", least, Optional.of("conv-1"));
    }

    private Ticket only() {
        var tickets = setup.backend.list(TicketQuery.of("C-1", Setup.FIRST)).items();
        assertEquals(1, tickets.size());
        return tickets.get(0);
    }

    @Test
    void urgentTicketStandsOutAndIsDueSoon() {
        String id = desk.open(refund(Priority.URGENT), ACT);
        Ticket ticket = only();
        assertEquals("embedded~" + ticket.id(), id);
        assertEquals(Priority.URGENT, ticket.priority());
        assertTrue(ticket.flagged());
        assertEquals(Optional.of(Setup.NOW.plus(Duration.ofHours(1))), ticket.due());
        assertEquals(Optional.of("conv-1"), ticket.conversation());
    }

    @Test
    void rulesMayMakeItMorePressing() {
        desk.open(refund(Priority.LOW), ACT);
        assertEquals(Priority.NORMAL, only().priority());
    }

    @Test
    void leastIsKept() {
        desk.open(refund(Priority.HIGH), ACT);
        assertEquals(Priority.HIGH, only().priority());
    }

    @Test
    void sameActOpensOneTicketInWhicheverSystem() {
        String id = desk.open(refund(Priority.URGENT), ACT);
        assertEquals(Optional.of(id), desk.findOpened("C-1", "a1"));
        assertEquals(Optional.empty(), desk.findOpened("C-2", "a1"));
        FakeTicketBackend other = new FakeTicketBackend(Clock.systemUTC());
        setup.register(other, "other", 2);
        setup.backends.use("other");
        assertEquals(id, desk.open(refund(Priority.URGENT), ACT));
        assertEquals(0, other.list(TicketQuery.of("C-1", Setup.FIRST)).items().size());
    }
}
