package io.switchboard.ecommerce.internal.backend;

import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ErrorCode;
import io.switchboard.ecommerce.spi.OrderBackend;
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
 * The shops that are there, by instance. What names no shop is looked for in the one that the configuration names; an id leads to where
 * its order is, as long as that shop is configured. Safe for use from many threads.
 */
@Component(service = Shops.class, configurationPid = Shops.PID)
public final class Shops {
    /** The plugin's one configuration. */
    public static final String PID = "io.switchboard.ecommerce";

    private final Map<String, Newest<OrderBackend>> byInstance = new ConcurrentHashMap<>();
    private volatile String inUse;

    /** The settings in {@code etc/io.switchboard.ecommerce.cfg} that say which shop is in use. */
    @interface Settings {
        /** The instance whose orders customers mean by their numbers, and that lists are read from. */
        String shop() default "embedded";
    }

    /** Begins with the settings there are. */
    @Activate
    public Shops(Settings settings) {
        this(settings.shop());
    }

    /** With a shop in use. */
    public Shops(String instance) {
        inUse = instance;
    }

    @Modified
    void configure(Settings settings) {
        inUse = settings.shop();
    }

    /** One more. */
    @Reference(
            name = "backend",
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public void bind(OrderBackend backend, Map<String, Object> properties) {
        byInstance.computeIfAbsent(instance(properties), name -> new Newest<>()).add(backend, properties);
    }

    void unbind(OrderBackend backend, Map<String, Object> properties) {
        Newest<OrderBackend> same = byInstance.get(instance(properties));
        if (same != null) {
            same.remove(backend);
        }
    }

    /** The one in use. */
    public Shop inUse() {
        return find(inUse).orElseThrow(() -> ConnectorException.of(ErrorCode.NOT_READY));
    }

    /** Where an order is, by the id or number that callers know it by. */
    public Shop ofOrder(String idOrNumber) {
        Optional<String> name = Shop.nameOf(idOrNumber);
        return name.isEmpty()
                ? inUse()
                : named(name.get()).orElseThrow(() -> ConnectorException.of(ErrorCode.NOT_FOUND));
    }

    /** Where a listing goes on; the one in use when it begins. */
    public Shop ofCursor(Optional<String> cursor) {
        return cursor.isEmpty()
                ? inUse()
                : named(Shop.nameOf(cursor.get()).orElse(""))
                        .orElseThrow(() -> ConnectorException.of(ErrorCode.INVALID_ARGUMENTS)
                                .at("cursor"));
    }

    /** The one of a name that the hub itself wrote down. */
    public Optional<Shop> find(String name) {
        return Optional.ofNullable(byInstance.get(name)).flatMap(Newest::get).map(best -> new Shop(name, best));
    }

    /** As {@link #find}; but the one in use is not ready where it is not there. */
    private Optional<Shop> named(String name) {
        return name.equals(inUse) ? Optional.of(inUse()) : find(name);
    }

    private static String instance(Map<String, Object> properties) {
        return String.valueOf(properties.get(OrderBackend.INSTANCE));
    }
}
