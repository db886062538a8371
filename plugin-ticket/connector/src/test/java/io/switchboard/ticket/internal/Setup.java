package io.switchboard.ticket.internal;

import io.switchboard.connector.PageRequest;
import io.switchboard.ticket.internal.Inputs.CreateTicket;
import io.switchboard.ticket.internal.Inputs.FindTicket;
import io.switchboard.ticket.internal.dispatch.DispatchRules;
import io.switchboard.ticket.spi.FakeTicketBackend;
import io.switchboard.ticket.spi.TicketBackend;
import io.switchboard.ticket.spi.TicketKind;
import io.switchboard.ticket.spi.TicketStatus;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;

/** A connector on a backend in memory, at a fixed time. */
final class Setup {
    static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");
    static final PageRequest FIRST = PageRequest.first(20);

    final Backends backends = new Backends("embedded");
    final FakeTicketBackend backend = new FakeTicketBackend(Clock.fixed(NOW, ZoneOffset.UTC));
    final CustomerLevels levels = new CustomerLevels();
    final TicketConnector connector;

    Setup() {
        this(Map.of());
    }

    Setup(Map<String, Object> rules) {
        register(backend, "embedded", 1);
        Desk desk = new Desk(backends, new DispatchRules(rules), levels, Clock.fixed(NOW, ZoneOffset.UTC));
        connector = new TicketConnector(backends, desk);
    }

    void register(TicketBackend added, String instance, long serviceId) {
        backends.bind(added, properties(instance, serviceId));
    }

    static Map<String, Object> properties(String instance, long serviceId) {
        return Map.of(TicketBackend.INSTANCE, instance, "service.id", serviceId);
    }

    /** Makes a ticket and gives its id. */
    String ticket(String customerId) {
        return connector
                .create(
                        new CreateTicket(customerId, TicketKind.QUESTION, "Hours", "When are you open?"),
                        FakeCall.one())
                .id();
    }

    TicketStatus status(String customerId, String ticketId) {
        return connector
                .get(new FindTicket(customerId, ticketId), FakeCall.one())
                .status();
    }
}
