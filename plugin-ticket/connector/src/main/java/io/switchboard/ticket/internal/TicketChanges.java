package io.switchboard.ticket.internal;

import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ErrorCode;
import io.switchboard.ticket.spi.Priority;
import io.switchboard.ticket.spi.StatusChange;
import io.switchboard.ticket.spi.Ticket;
import io.switchboard.ticket.spi.TicketEdit;
import io.switchboard.ticket.spi.TicketStatus;
import java.time.Instant;
import java.util.Optional;

/**
 * The steps that a ticket can take. An act that was done in an earlier attempt gives the ticket as it is: refusing it by the state that
 * it brought about itself would tell the caller that nothing was done.
 */
final class TicketChanges {
    static final String NOT_FINISHED = "not-finished";
    static final String UNEXPECTED = "unexpected";
    static final String FINISHED = "finished";

    private TicketChanges() {}

    static Ticket status(Handled handled, TicketStatus status, Optional<TicketStatus> expected, Optional<String> note) {
        return handled.change(ticket -> {
            if (expected.isPresent() && expected.get() != ticket.status()) {
                return unlessDone(handled, ticket, UNEXPECTED);
            }
            return Transitions.from(ticket.status()).contains(status)
                    ? step(handled, ticket, status, note)
                    : unlessDone(handled, ticket, Transitions.reason(ticket.status()));
        });
    }

    static Ticket reopen(Handled handled, Optional<String> note) {
        return handled.change(ticket -> ticket.status().finished()
                ? step(handled, ticket, TicketStatus.IN_PROGRESS, note)
                : unlessDone(handled, ticket, NOT_FINISHED));
    }

    /** Makes a ticket stand out, at least {@link Priority#HIGH} and due soon; what is so already stays, so a second time does nothing. */
    static Ticket expedite(Handled handled, Instant latest, Optional<String> note) {
        return handled.change(ticket -> {
            if (ticket.status().finished()) {
                return unlessDone(handled, ticket, FINISHED);
            }
            Priority priority = Priority.HIGH.atLeast(ticket.priority());
            Instant due = ticket.due().filter(time -> time.isBefore(latest)).orElse(latest);
            if (priority == ticket.priority()
                    && ticket.flagged()
                    && ticket.due().equals(Optional.of(due))) {
                return ticket;
            }
            TicketEdit edit = new TicketEdit(
                    ticket.version(),
                    Optional.of(priority),
                    Optional.of(true),
                    Optional.empty(),
                    Optional.of(due),
                    note);
            return handled.backend().edit(handled.customerId(), handled.ownId(), edit, handled.act());
        });
    }

    private static Ticket step(Handled handled, Ticket ticket, TicketStatus status, Optional<String> note) {
        StatusChange change = new StatusChange(ticket.status(), status, note);
        return handled.backend().changeStatus(handled.customerId(), handled.ownId(), change, handled.act());
    }

    private static Ticket unlessDone(Handled handled, Ticket ticket, String reason) {
        if (handled.done()) {
            return ticket;
        }
        throw ConnectorException.of(ErrorCode.CONFLICT, reason);
    }
}
