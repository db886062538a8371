package io.switchboard.ticket.redmine.internal;

import io.switchboard.connector.Leases;
import io.switchboard.connector.event.EventPublisher;
import io.switchboard.poll.Place;
import io.switchboard.poll.Poller;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Polls all instances that there are; a component of its own, so that tickets do not wait for what only telling of them needs. */
@Component(
        service = {},
        immediate = true)
public final class StatusPollers {
    private static final String TABLE = "redmine_place";

    private final DataSource source;
    private final EventPublisher events;
    private final Leases leases;
    private final Map<RedmineInstance, Poller> pollers = new ConcurrentHashMap<>();

    /** Keeps how far it has read in the bundle's own schema. */
    @Activate
    public StatusPollers(@Reference DataSource source, @Reference EventPublisher events, @Reference Leases leases) {
        this.source = source;
        this.events = events;
        this.leases = leases;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addInstance(RedmineInstance instance) {
        instance.poller(new Place(source, events, TABLE, instance.backend()), leases)
                .ifPresent(poller -> pollers.put(instance, poller));
    }

    void removeInstance(RedmineInstance instance) {
        Poller poller = pollers.remove(instance);
        if (poller != null) {
            poller.close();
        }
    }

    /** Ends them. */
    @Deactivate
    void close() {
        pollers.keySet().forEach(this::removeInstance);
    }
}
