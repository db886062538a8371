package io.switchboard.ecommerce.internal;

import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ErrorCode;
import io.switchboard.ticket.spi.Act;
import io.switchboard.ticket.spi.DeskTicket;
import io.switchboard.ticket.spi.TicketDesk;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps tickets by the act that opened them. */
final class FakeDesk implements TicketDesk {
    private final Map<String, DeskTicket> tickets = new LinkedHashMap<>();
    private boolean open = true;

    @Override
    public synchronized String open(DeskTicket wanted, Act act) {
        if (!open) {
            throw ConnectorException.of(ErrorCode.BACKEND_UNREACHABLE);
        }
        tickets.putIfAbsent(act.correlationId(), wanted);
        return id(act.correlationId());
    }

    @Override
    public synchronized Optional<String> findOpened(String customerId, String correlationId) {
        return Optional.ofNullable(tickets.get(correlationId)).map(ticket -> id(correlationId));
    }

    synchronized void setOpen(boolean value) {
        open = value;
    }

    synchronized List<DeskTicket> tickets() {
        return List.copyOf(tickets.values());
    }

    private static String id(String correlationId) {
        return "embedded~" + correlationId;
    }
}
