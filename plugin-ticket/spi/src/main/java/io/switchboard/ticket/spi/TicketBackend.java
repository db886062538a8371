package io.switchboard.ticket.spi;

import io.switchboard.connector.CallContext;
import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ErrorCode;
import io.switchboard.connector.Page;
import io.switchboard.connector.PageRequest;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A ticket system. Registered as a service with the property {@link #INSTANCE}; called from many threads at once, and interrupted
 * when a call's time is up.
 *
 * <p><b>Customers.</b> Every method but {@link #ownerOf} takes the customer and selects by it, even where it has the ticket's id:
 * somebody else's ticket is exactly as one that does not exist. A system that cannot select so checks the customer of each row it
 * reads.
 *
 * <p><b>Writes.</b> A write is one act, done whole or not at all, and finished when the method returns. Each carries its {@link Act};
 * a second write with the same correlation id changes nothing and gives what the first gave. Every write adds to the history, in the
 * same transaction where the system has such.
 *
 * <p><b>Cursors</b> are at most 150 characters, since callers put those of several systems into one. One that a backend did not give is
 * {@link ErrorCode#INVALID_ARGUMENTS} at {@code cursor}.
 *
 * <p><b>Failures</b> are {@link ConnectorException}s: {@link ErrorCode#NOT_FOUND} from a write to a ticket that the customer does not
 * have, {@link ErrorCode#CONFLICT} with the reason {@link #STALE} where the ticket is not as expected, and the codes from 5000 on. A
 * write whose outcome the backend does not know fails with {@link ErrorCode#OUTCOME_UNKNOWN}.
 */
@ConsumerType
public interface TicketBackend {
    /** The service property that names the instance: {@code [a-z][a-z0-9-]*}, at most 20 characters. */
    String INSTANCE = "backend.instance";

    /** The reason of a conflict: the ticket has changed since it was read. */
    String STALE = "stale";

    /**
     * The same tickets, on behalf of one call: a system behind a network is asked within the time that the call has left, and the call's
     * audit record tells how it answered. Made for each call; {@link #ownerOf} of it is asked when the call is over, and takes a time of
     * its own. By default the backend itself.
     */
    default TicketBackend during(CallContext call) {
        return this;
    }

    /** Makes a ticket in {@link TicketStatus#NEW}, or gives the one that the same act made before. */
    Ticket create(NewTicket ticket, Act act);

    /** The ticket that an act made; empty where it made none, or one for somebody else. */
    Optional<Ticket> findCreated(String customerId, String correlationId);

    /** One ticket; empty where the customer has no such. */
    Optional<Ticket> get(String customerId, String ticketId);

    /** A customer's tickets, the newest first by {@link Ticket#createdAt()}; stable under paging while others are made. */
    Page<Ticket> list(TicketQuery query);

    /** Adds a comment of 1 to 10,000 characters, or gives the one that the same act added before. */
    Comment comment(String customerId, String ticketId, Visibility visibility, String text, Act act);

    /** The comment that an act added to a ticket; empty where it added none. */
    Optional<Comment> findComment(String customerId, String ticketId, String correlationId);

    /** The comments that are visible to one of these, the oldest first; no rows where the customer has no such ticket. */
    Page<Comment> comments(String customerId, String ticketId, Set<Visibility> visibilities, PageRequest page);

    /** Takes a step if the ticket is in the expected state; of two at once, one gets the conflict. Gives the ticket as it is then. */
    Ticket changeStatus(String customerId, String ticketId, StatusChange change, Act act);

    /** Sets priority, flag, department, due time if the ticket has the expected version. Gives the ticket as it is then. */
    Ticket edit(String customerId, String ticketId, TicketEdit edit, Act act);

    /** Whether an act changed a ticket, by {@link #changeStatus} or {@link #edit}. */
    boolean changed(String customerId, String ticketId, String correlationId);

    /** What happened to a ticket, the oldest first; no rows where the customer has no such ticket. */
    Page<HistoryEntry> history(String customerId, String ticketId, PageRequest page);

    /**
     * The customer whose ticket it is, for the hub's audit alone: asked after a call was answered that named a ticket which its
     * customer does not have, so that an attempt at another's raises an alarm. Empty where there is no such ticket, or the system
     * cannot tell, as by default.
     */
    default Optional<String> ownerOf(String ticketId) {
        return Optional.empty();
    }
}
