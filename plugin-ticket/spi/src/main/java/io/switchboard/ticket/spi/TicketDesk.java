package io.switchboard.ticket.spi;

import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ErrorCode;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Where other plugins hand in tickets, as callers do at the connector: the ticket domain chooses the system and dispatches by its rules.
 * A service of the ticket domain, to be had while that is there; whoever needs it goes on without, or tries again. Safe for use from
 * many threads.
 *
 * <p>Failures are {@link ConnectorException}s with the codes from 5000 on, {@link ErrorCode#NOT_READY} among them where the system in use
 * is not there.
 */
@ProviderType
public interface TicketDesk {
    /**
     * Makes a ticket in the system in use, or gives the one that the same act made before, in whichever system.
     *
     * @return the ticket's id as callers know it, with the instance before it
     */
    String open(DeskTicket wanted, Act act);

    /** The id of the ticket that an act made for a customer; empty where it made none. */
    Optional<String> findOpened(String customerId, String correlationId);
}
