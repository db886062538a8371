package io.switchboard.ticket.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ErrorCode;
import io.switchboard.connector.ProbeResult;
import io.switchboard.ticket.internal.Inputs.CreateTicket;
import io.switchboard.ticket.internal.Inputs.FindTicket;
import io.switchboard.ticket.internal.Inputs.ListOnTicket;
import io.switchboard.ticket.internal.Inputs.ListTickets;
import io.switchboard.ticket.internal.Views.TicketView;
import io.switchboard.ticket.spi.FakeTicketBackend;
import io.switchboard.ticket.spi.TicketBackend;
import io.switchboard.ticket.spi.TicketKind;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BackendsTest {
    private final Setup setup = new Setup();
    private final TicketBackend other = new FakeTicketBackend(Clock.systemUTC());

    @Test
    void idLeadsToItsInstanceAfterAnotherCameIntoUse() {
        String old = setup.ticket("C-1");
        setup.register(other, "redmine", 2);
        setup.backends.use("redmine");
        String made = setup.ticket("C-1");
        assertEquals("redmine", Instance.nameOf(made).orElseThrow());
        setup.status("C-1", old);
        setup.status("C-1", made);
    }

    @Test
    void probeFindsATicketInTheInstanceThatWasInUse() {
        CreateTicket input = new CreateTicket("C-1", TicketKind.QUESTION, "a", "b");
        FakeCall call = FakeCall.one();
        TicketView made = setup.connector.create(input, call);
        setup.register(other, "redmine", 2);
        setup.backends.use("redmine");
        assertEquals(ProbeResult.done(made), setup.connector.created(input, call));
    }

    @Test
    void systemsAreAskedOnBehalfOfTheCall() {
        String id = setup.ticket("C-1");
        List<String> before = setup.backend.calls();
        List<FakeCall> calls = Stream.generate(FakeCall::one).limit(6).toList();
        ListOnTicket onTicket = new ListOnTicket("C-1", id, Setup.FIRST);
        setup.connector.created(new CreateTicket("C-1", TicketKind.QUESTION, "a", "b"), calls.get(0));
        setup.connector.get(new FindTicket("C-1", id), calls.get(1));
        setup.connector.list(
                new ListTickets("C-1", Optional.empty(), Optional.empty(), Optional.empty(), Setup.FIRST),
                calls.get(2));
        setup.connector.comments(onTicket, calls.get(3));
        setup.connector.allComments(onTicket, calls.get(4));
        setup.connector.history(onTicket, calls.get(5));
        assertEquals(
                calls.stream().map(FakeCall::correlationId).toList(),
                setup.backend
                        .calls()
                        .subList(before.size(), setup.backend.calls().size()));
    }

    @Test
    void missingInstanceIsNotReady() {
        String id = setup.ticket("C-1");
        setup.backends.unbind(setup.backend, Setup.properties("embedded", 1));
        assertEquals(
                ErrorCode.NOT_READY,
                assertThrows(ConnectorException.class, () -> setup.ticket("C-1"))
                        .code());
        assertEquals(
                ErrorCode.NOT_READY,
                assertThrows(ConnectorException.class, () -> setup.status("C-1", id))
                        .code());
    }

    @Test
    void newerOfTwoVersionsServesAndTheOlderComesBackIfItGoes() {
        setup.register(other, "embedded", 2);
        assertSame(other, setup.backends.inUse().backend());
        setup.backends.unbind(other, Setup.properties("embedded", 2));
        assertSame(setup.backend, setup.backends.inUse().backend());
    }
}
