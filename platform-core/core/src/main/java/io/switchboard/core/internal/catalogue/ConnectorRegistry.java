package io.switchboard.core.internal.catalogue;

import io.switchboard.core.catalogue.Catalogue;
import io.switchboard.core.catalogue.CatalogueSnapshot;
import io.switchboard.core.catalogue.Refusal;
import io.switchboard.core.descriptor.ConnectorDescriptor;
import io.switchboard.core.internal.bind.BoundOperation;
import io.switchboard.core.internal.pipeline.RunningConnector;
import io.switchboard.core.internal.pipeline.Target;
import io.switchboard.core.internal.pipeline.Targets;
import io.switchboard.core.internal.reader.ConnectorMistakesException;
import io.switchboard.core.internal.reader.DescriptorReader;
import io.switchboard.core.internal.reader.DescriptorReader.ReadConnector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connectors that are there, and the operations found among them. Of two with the same id and major the one that came last takes
 * the calls, and when it goes the other has them again. Safe for use from many threads.
 */
public final class ConnectorRegistry implements Catalogue, Targets {
    private static final Logger LOG = LoggerFactory.getLogger(ConnectorRegistry.class);

    private final int permits;
    private final List<Arrived> arrived = new ArrayList<>();
    private final Map<Object, Refusal> refused = new HashMap<>();
    private final List<Consumer<CatalogueSnapshot>> listeners = new CopyOnWriteArrayList<>();
    private volatile Offer offer = new Offer(CatalogueSnapshot.of(0, List.of(), List.of()), Map.of());

    /** Takes how many calls one connector may serve at a time. */
    public ConnectorRegistry(int permits) {
        this.permits = permits;
    }

    /**
     * Where a connector comes from. Immutable.
     *
     * @param symbolicName the bundle's symbolic name
     * @param version the bundle's version
     * @param bundleId the framework's id of it
     * @param ownsReservedIds whether it may take an id that is reserved for the hub
     */
    public record Origin(String symbolicName, String version, long bundleId, boolean ownsReservedIds) {
        String bundle() {
            return symbolicName + " " + version;
        }
    }

    private record Arrived(Object key, Origin origin, RunningConnector running, ReadConnector read) {}

    private record Offer(CatalogueSnapshot snapshot, Map<String, Target> targets) {}

    /**
     * A connector has come: offers it, or notes all its mistakes.
     *
     * @param key what {@link #depart} will name it by
     */
    public synchronized void arrive(Object key, Object connector, Origin origin) {
        try {
            ReadConnector read = DescriptorReader.read(connector.getClass(), origin.ownsReservedIds());
            String name = read.descriptor().name();
            Optional<Arrived> other = ofAnotherBundle(name, origin);
            if (other.isPresent()) {
                refuse(
                        key,
                        origin,
                        name,
                        List.of("the bundle " + other.get().origin().symbolicName() + " offers " + name
                                + " already; only a bundle of the same symbolic name may take it over"));
                publish();
                return;
            }
            arrived.add(new Arrived(key, origin, new RunningConnector(name, connector, permits), read));
            LOG.info(
                    "{} is there with {} operations, from {}",
                    name,
                    read.operations().size(),
                    origin.bundle());
        } catch (ConnectorMistakesException e) {
            refuse(key, origin, e.connector(), e.mistakes());
        } catch (RuntimeException | Error e) {
            // A class of it cannot be loaded, or an annotation cannot be read: it was built against something else.
            refuse(
                    key,
                    origin,
                    connector.getClass().getSimpleName(),
                    List.of("cannot be read: " + e.getClass().getSimpleName() + " " + e.getMessage()));
        }
        publish();
    }

    /** A connector is its bundle's: another bundle that takes its name must not get the calls meant for it. */
    private Optional<Arrived> ofAnotherBundle(String name, Origin origin) {
        return arrived.stream()
                .filter(each -> each.running().name().equals(name))
                .filter(each -> !each.origin().symbolicName().equals(origin.symbolicName()))
                .findFirst();
    }

    private void refuse(Object key, Origin origin, String connector, List<String> mistakes) {
        refused.put(key, new Refusal(origin.bundle(), origin.bundleId(), connector, mistakes));
        LOG.error(
                "{} from {} is not offered, for these mistakes:\n  - {}",
                connector,
                origin.bundle(),
                String.join("\n  - ", mistakes));
    }

    /** A connector goes: offers it no more, then waits a bounded time for the calls that are within it. */
    public void depart(Object key, Duration most) {
        Optional<Arrived> gone = remove(key);
        gone.ifPresent(each -> {
            boolean drained = each.running().close(most);
            LOG.info(
                    "{} has gone{}",
                    each.running().name(),
                    drained ? "" : "; " + each.running().inFlight() + " calls were still within it");
        });
    }

    private synchronized Optional<Arrived> remove(Object key) {
        Optional<Arrived> gone =
                arrived.stream().filter(each -> each.key().equals(key)).findFirst();
        gone.ifPresent(arrived::remove);
        boolean changed = refused.remove(key) != null || gone.isPresent();
        if (changed) {
            publish();
        }
        return gone;
    }

    private void publish() {
        Map<String, Arrived> latest = new TreeMap<>();
        for (Arrived each : arrived) {
            latest.put(each.running().name(), each);
        }
        Map<String, Target> targets = new HashMap<>();
        List<ConnectorDescriptor> descriptors = new ArrayList<>();
        for (Arrived each : latest.values()) {
            descriptors.add(each.read().descriptor());
            for (BoundOperation operation : each.read().operations()) {
                targets.put(operation.descriptor().name(), new Target(operation, each.running()));
            }
        }
        descriptors.sort(Comparator.comparing(ConnectorDescriptor::id).thenComparing(ConnectorDescriptor::version));
        long generation = offer.snapshot().generation() + 1;
        CatalogueSnapshot snapshot = CatalogueSnapshot.of(generation, descriptors, List.copyOf(refused.values()));
        offer = new Offer(snapshot, Map.copyOf(targets));
        for (Consumer<CatalogueSnapshot> listener : listeners) {
            tell(listener, snapshot);
        }
    }

    private static void tell(Consumer<CatalogueSnapshot> listener, CatalogueSnapshot snapshot) {
        try {
            listener.accept(snapshot);
        } catch (RuntimeException | Error e) {
            // The connector is there all the same, and the others are to hear of it.
            LOG.error("a listener to the catalogue failed", e);
        }
    }

    @Override
    public CatalogueSnapshot current() {
        return offer.snapshot();
    }

    @Override
    public synchronized Subscription onChange(Consumer<CatalogueSnapshot> listener) {
        listeners.add(listener);
        tell(listener, current());
        return () -> listeners.remove(listener);
    }

    @Override
    public Optional<Target> find(String operation) {
        return Optional.ofNullable(offer.targets().get(operation));
    }
}
