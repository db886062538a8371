package io.switchboard.crm.internal;

import java.util.Optional;

/**
 * The ticket systems that are there. Its one implementation is a component of its own, and this is all that the connector knows of
 * it, so that the connector runs where the ticket domain is not installed.
 */
interface TicketSources {
    /** The tickets of one instance, if it is there. */
    Optional<TimelineSource> instance(String name);
}
