/**
 * What a ticket system has to do for the hub: the {@link io.switchboard.ticket.spi.TicketBackend} and what it speaks in; and where other
 * plugins hand in tickets, the {@link io.switchboard.ticket.spi.TicketDesk}.
 */
@Export
@Version("1.1.0")
@NullMarked
package io.switchboard.ticket.spi;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
