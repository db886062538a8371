package io.switchboard.ticket.internal;

import io.switchboard.connector.CallContext;
import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ErrorCode;
import io.switchboard.ticket.spi.Act;
import io.switchboard.ticket.spi.Comment;
import io.switchboard.ticket.spi.Ticket;
import io.switchboard.ticket.spi.TicketBackend;
import io.switchboard.ticket.spi.Visibility;
import java.util.function.Function;

/** One ticket that a call is about, where it is kept. For one call, on its thread. */
record Handled(Instance instance, String customerId, String ownId, Act act) {
    private static final int ATTEMPTS = 3;

    static Handled of(Backends backends, String customerId, String ticketId, CallContext call) {
        return new Handled(
                backends.ofTicket(ticketId).during(call), customerId, Instance.own(ticketId), Mapping.act(call));
    }

    TicketBackend backend() {
        return instance.backend();
    }

    Ticket read() {
        return backend().get(customerId, ownId).orElseThrow(() -> instance.noTicket(ownId));
    }

    Comment comment(Visibility visibility, String text) {
        try {
            return backend().comment(customerId, ownId, visibility, text, act);
        } catch (ConnectorException e) {
            throw e.code() == ErrorCode.NOT_FOUND ? instance.noTicket(ownId) : e;
        }
    }

    /** Whether this very act was done before, in an earlier attempt. */
    boolean done() {
        return backend().changed(customerId, ownId, act.correlationId());
    }

    /** Reads the ticket and changes it, and begins anew where somebody else changed it in between. */
    Ticket change(Function<Ticket, Ticket> step) {
        int attempt = 1;
        while (true) {
            try {
                return step.apply(read());
            } catch (ConnectorException e) {
                if (!e.reason().equals(TicketBackend.STALE) || attempt++ == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }
}
