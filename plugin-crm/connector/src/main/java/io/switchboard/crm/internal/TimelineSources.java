package io.switchboard.crm.internal;

import io.switchboard.connector.CallContext;
import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ErrorCode;
import io.switchboard.crm.spi.CustomerBackend;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the systems that a timeline is made of by names that stand in cursors: a letter and the instance. */
record TimelineSources(
        Backends<CustomerBackend> customers, @Nullable TicketSources tickets, CallContext call) {
    private static final String CRM = "c:";
    private static final String TICKETS = "t:";

    /** The sources that a listing begins with; tickets only where there are any, unless they are what is asked for. */
    List<String> begin(Settings settings, Optional<TimelineKind> kind) {
        List<String> names = new ArrayList<>();
        boolean ticketsOnly = kind.isPresent() && kind.get() == TimelineKind.TICKET;
        if (!ticketsOnly) {
            names.add(CRM + settings.backend());
        }
        if (ticketsOnly || (kind.isEmpty() && hasTickets(settings.tickets()))) {
            names.add(TICKETS + settings.tickets());
        }
        return names;
    }

    private boolean hasTickets(String instance) {
        return tickets != null && tickets.instance(instance).isPresent();
    }

    /** A listing goes on with what it began with, so a source that has left since is missed. */
    TimelineSource source(String name) {
        String instance = name.substring(CRM.length());
        Optional<TimelineSource> source = name.startsWith(TICKETS)
                ? Optional.ofNullable(tickets).flatMap(there -> there.instance(instance))
                : customers.get(instance).map(backend -> new CrmSource(instance, backend.during(call)));
        return source.orElseThrow(() -> ConnectorException.of(ErrorCode.NOT_READY));
    }
}
