package io.switchboard.crm.internal;

import io.switchboard.connector.Page;
import io.switchboard.connector.PageRequest;
import io.switchboard.ticket.spi.Ticket;
import io.switchboard.ticket.spi.TicketBackend;
import io.switchboard.ticket.spi.TicketQuery;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Shows tickets as entries of timelines; there as long as any ticket backend is. */
@Component(service = TicketSources.class)
public final class TicketDomain implements TicketSources {
    private final Backends<TicketBackend> backends = new Backends<>();

    /** Called by the framework. */
    @Reference(
            service = TicketBackend.class,
            cardinality = ReferenceCardinality.AT_LEAST_ONE,
            policy = ReferencePolicy.DYNAMIC)
    public void addBackend(TicketBackend backend, Map<String, Object> properties) {
        backends.add(backend, properties);
    }

    /** Called by the framework. */
    public void removeBackend(TicketBackend backend) {
        backends.remove(backend);
    }

    @Override
    public Optional<TimelineSource> instance(String name) {
        return backends.get(name).map(backend -> (query, page) -> read(name, backend, query, page));
    }

    private static Page<TimelineItem> read(
            String instance, TicketBackend backend, TimelineQuery query, PageRequest page) {
        Page<Ticket> tickets = backend.list(
                new TicketQuery(query.customerId(), Set.of(), Set.of(), query.from(), query.before(), page));
        return Page.of(
                tickets.items().stream().map(ticket -> item(instance, ticket)).toList(), tickets.next());
    }

    private static TimelineItem item(String instance, Ticket ticket) {
        return new TimelineItem(
                instance + "~" + ticket.id(),
                ticket.customerId(),
                TimelineKind.TICKET,
                ticket.createdAt(),
                Optional.empty(),
                ticket.subject(),
                Optional.of(ticket.text()).filter(text -> !text.isEmpty()),
                Optional.of(ticket.status().name()));
    }
}
