package io.switchboard.ticket.internal;

import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ErrorCode;
import io.switchboard.ticket.spi.TicketBackend;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * The ticket systems that are there, by instance. New tickets go to the one that the configuration names; an id leads to where the
 * ticket is, as long as that system is configured. Safe for use from many threads.
 */
@Component(service = Backends.class, configurationPid = "io.switchboard.ticket")
public final class Backends {
    private final Map<String, Newest<TicketBackend>> byInstance = new ConcurrentHashMap<>();
    private volatile String inUse;

    /** The settings in {@code etc/io.switchboard.ticket.cfg}. */
    @interface Settings {
        /** The instance that new tickets go to and that lists are read from. */
        String instance() default "embedded";
    }

    /** Begins with the settings there are. */
    @Activate
    public Backends(Settings settings) {
        this(settings.instance());
    }

    Backends(String instance) {
        inUse = instance;
    }

    @Modified
    void configure(Settings settings) {
        use(settings.instance());
    }

    void use(String instance) {
        inUse = instance;
    }

    @Reference(
            name = "backend",
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bind(TicketBackend backend, Map<String, Object> properties) {
        byInstance.computeIfAbsent(instance(properties), name -> new Newest<>()).add(backend, properties);
    }

    void unbind(TicketBackend backend, Map<String, Object> properties) {
        Newest<TicketBackend> same = byInstance.get(instance(properties));
        if (same != null) {
            same.remove(backend);
        }
    }

    /** Where new tickets go. */
    Instance inUse() {
        return find(inUse).orElseThrow(() -> ConnectorException.of(ErrorCode.NOT_READY));
    }

    /** Where a ticket is, by the id that callers know it by. */
    Instance ofTicket(String ticketId) {
        return named(Instance.nameOf(ticketId).orElse(""))
                .orElseThrow(() -> ConnectorException.of(ErrorCode.NOT_FOUND));
    }

    /** Where a listing goes on; where new tickets go when it begins. */
    Instance ofCursor(Optional<String> cursor) {
        return cursor.isEmpty()
                ? inUse()
                : named(Instance.nameOf(cursor.get()).orElse(""))
                        .orElseThrow(() -> ConnectorException.of(ErrorCode.INVALID_ARGUMENTS)
                                .at("cursor"));
    }

    /** All that are there; the one in use among them, or the hub is not ready. */
    List<Instance> all() {
        inUse();
        return byInstance.keySet().stream().flatMap(name -> find(name).stream()).toList();
    }

    private Optional<Instance> named(String name) {
        return name.equals(inUse) ? Optional.of(inUse()) : find(name);
    }

    private Optional<Instance> find(String name) {
        return Optional.ofNullable(byInstance.get(name)).flatMap(Newest::get).map(best -> new Instance(name, best));
    }

    private static String instance(Map<String, Object> properties) {
        return String.valueOf(properties.get(TicketBackend.INSTANCE));
    }
}
