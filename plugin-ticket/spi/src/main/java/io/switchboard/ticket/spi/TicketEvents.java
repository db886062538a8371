package io.switchboard.ticket.spi;

import io.switchboard.connector.event.Event;
import java.time.Instant;

/**
 * What every backend tells of tickets, and in the same words. Embedded tickets tell it in the transaction of the change; those of a remote
 * system its poller tells alone, under a {@link Event.Builder#key} of that system's journal.
 *
 * <p>Each method takes the instance ({@link TicketBackend#INSTANCE}), since callers know a ticket as {@code redmine~123}.
 */
public final class TicketEvents {
    /** There is a new ticket. */
    public static final String CREATED = "ticket.v1.ticket.created";

    /** A ticket stands elsewhere than before. */
    public static final String STATUS_CHANGED = "ticket.v1.status.changed";

    /** A ticket has one more comment. */
    public static final String COMMENTED = "ticket.v1.comment.added";

    private static final String READ = "ticket.read";
    private static final String STAFF = "ticket.staff";

    private TicketEvents() {}

    /** There is a new ticket. */
    public static Event.Builder created(String instance, Ticket ticket) {
        return about(instance, ticket, CREATED)
                .with("status", ticket.status())
                .with("priority", ticket.priority())
                .at(ticket.createdAt());
    }

    /**
     * A ticket stands elsewhere than before.
     *
     * @param ticket as it is now
     */
    public static Event.Builder statusChanged(String instance, Ticket ticket, TicketStatus before, Instant at) {
        return about(instance, ticket, STATUS_CHANGED)
                .with("from", before)
                .with("status", ticket.status())
                .with("finished", ticket.status().finished())
                .at(at);
    }

    /** A ticket has one more comment; what stands in it is asked for by {@code ticket.v1.comment.list}. */
    public static Event.Builder commented(String instance, Ticket ticket, Visibility visibility, Instant at) {
        Event.Builder event = visibility == Visibility.INTERNAL
                ? builder(instance, ticket, COMMENTED, STAFF).forStaffAbout(ticket.customerId())
                : about(instance, ticket, COMMENTED);
        return event.with("visibility", visibility)
                .with("status", ticket.status())
                .at(at);
    }

    private static Event.Builder about(String instance, Ticket ticket, String type) {
        return builder(instance, ticket, type, READ).about(ticket.customerId());
    }

    private static Event.Builder builder(String instance, Ticket ticket, String type, String scope) {
        String id = instance + "~" + ticket.id();
        return Event.builder(type, scope).subject(id).with("ticketId", id).with("kind", ticket.kind());
    }
}
