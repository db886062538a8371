package io.switchboard.core.internal.catalogue;

import io.switchboard.core.catalogue.Catalogue;
import io.switchboard.core.catalogue.CatalogueSnapshot;
import io.switchboard.core.catalogue.Refusal;
import io.switchboard.core.internal.contract.Contracts;
import io.switchboard.core.internal.contract.Verdict;
import io.switchboard.core.internal.pipeline.Quarantine;
import io.switchboard.core.internal.pipeline.RunningConnector;
import io.switchboard.core.internal.pipeline.Target;
import io.switchboard.core.internal.pipeline.Targets;
import io.switchboard.core.internal.reader.ConnectorMistakesException;
import io.switchboard.core.internal.reader.DescriptorReader;
import io.switchboard.core.internal.reader.DescriptorReader.ReadConnector;
import io.switchboard.core.takeover.BundleReview;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connectors that are there, and the operations found among them. Of two with the same id and major the one whose bundle was admitted
 * last, else that came last, takes the calls, and when it goes the other has them again. Safe for use from many threads.
 */
public final class ConnectorRegistry implements Catalogue, Targets {
    private static final Logger LOG = LoggerFactory.getLogger(ConnectorRegistry.class);

    private final Admissions admissions;
    private final LongSupplier nanoTime;
    private final Contracts contracts;
    private final List<Arrived> arrived = new ArrayList<>();
    private final Map<Object, Refusal> faulty = new HashMap<>();
    private final Awaited awaited = new Awaited();
    private final List<Consumer<CatalogueSnapshot>> listeners = new CopyOnWriteArrayList<>();
    private volatile Offer offer = Offer.NONE;
    private volatile Bounds bounds;
    private final AtomicLong rules;

    /** Takes how many calls one connector may serve at a time; holds nothing back, and has no quarantine. */
    public ConnectorRegistry(int permits) {
        this(new Bounds(permits, Quarantine.Bounds.OFF), new Admissions(), System::nanoTime);
    }

    /** Takes the bounds of each connector, and which bundles are held back; remembers no contracts. */
    public ConnectorRegistry(Bounds bounds, Admissions admissions, LongSupplier nanoTime) {
        this(bounds, admissions, nanoTime, Contracts.NONE);
    }

    /** Takes the bounds of each connector, which bundles are held back, and what was promised to callers. */
    public ConnectorRegistry(Bounds bounds, Admissions admissions, LongSupplier nanoTime, Contracts contracts) {
        this.bounds = bounds;
        this.admissions = admissions;
        this.nanoTime = nanoTime;
        this.contracts = contracts;
        rules = new AtomicLong(nanoTime.getAsLong());
    }

    /**
     * What each connector may do. Immutable.
     *
     * @param permits how many calls it may serve at a time
     * @param quarantine when it is taken out of use
     */
    public record Bounds(int permits, Quarantine.Bounds quarantine) {}

    /** Other bounds, from now on, also for those that are there. */
    public void change(Bounds changed) {
        bounds = changed;
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

    /**
     * A connector has come: offers it, or notes all its mistakes.
     *
     * @param key what {@link #depart} will name it by
     */
    public synchronized void arrive(Object key, Object connector, Origin origin) {
        try {
            ReadConnector read = DescriptorReader.read(connector.getClass(), origin.ownsReservedIds());
            String name = read.descriptor().name();
            Verdict verdict = contracts.check(read.descriptor());
            arrived.add(new Arrived(key, origin, running(name, connector), read, verdict));
            LOG.info(
                    "{} is there with {} operations, from {}{}",
                    name,
                    read.operations().size(),
                    origin.bundle(),
                    verdict.changes().isEmpty()
                            ? ""
                            : "; what changes:\n  - " + String.join("\n  - ", verdict.changes()));
        } catch (ConnectorMistakesException e) {
            faulty.put(key, new Refusal(origin.bundle(), origin.bundleId(), e.connector(), e.mistakes()));
        } catch (RuntimeException | Error e) {
            // A class of it cannot be loaded, or an annotation cannot be read: it was built against something else.
            String mistake = "cannot be read: " + e.getClass().getSimpleName() + " " + e.getMessage();
            String type = connector.getClass().getSimpleName();
            faulty.put(key, new Refusal(origin.bundle(), origin.bundleId(), type, List.of(mistake)));
        }
        publish();
    }

    private RunningConnector running(String name, Object connector) {
        return new RunningConnector(
                name, connector, () -> bounds.permits(), new Quarantine(name, () -> bounds.quarantine(), nanoTime));
    }

    /** Those of the connectors that get calls which are in quarantine, by name, and why. */
    public SortedMap<String, String> quarantined() {
        SortedMap<String, String> reasons = new TreeMap<>();
        offer.chosen()
                .values()
                .forEach(each ->
                        each.running().quarantine().reason().ifPresent(reason -> reasons.put(each.name(), reason)));
        return reasons;
    }

    /** Ends the quarantine of one that gets calls; whether it was in it. */
    public boolean release(String connector) {
        @Nullable Arrived chosen = offer.chosen().get(connector);
        return chosen != null && chosen.running().quarantine().release();
    }

    /** A connector goes: offers it no more, then waits a bounded time for the calls that are within it. */
    public void depart(Object key, Duration most) {
        Optional<Arrived> gone = remove(key);
        gone.ifPresent(each -> {
            boolean drained = each.running().close(most);
            LOG.info(
                    "{} has gone{}",
                    each.name(),
                    drained ? "" : "; " + each.running().inFlight() + " calls were still within it");
        });
    }

    private synchronized Optional<Arrived> remove(Object key) {
        Optional<Arrived> gone =
                arrived.stream().filter(each -> each.key().equals(key)).findFirst();
        gone.ifPresent(arrived::remove);
        gone.filter(each -> each.equals(offer.chosen().get(each.name()))).ifPresent(each -> {
            awaited.add(each);
            rules.incrementAndGet();
        });
        boolean changed = faulty.remove(key) != null || gone.isPresent();
        if (changed) {
            publish();
        }
        return gone;
    }

    /** A bundle is there no more: what it offered is gone for good. */
    public synchronized void forget(long bundle) {
        awaited.forget(bundle);
        publish();
    }

    /** Chooses again whom to offer, after bundles were held or admitted; all changes are seen at once. */
    public synchronized void refresh() {
        publish();
    }

    /** Holds those to their contracts again that break them, after others were accepted. */
    public synchronized void compareAgain() {
        arrived.replaceAll(each ->
                each.verdict().refused() ? each.with(contracts.check(each.read().descriptor())) : each);
        rules.incrementAndGet();
        publish();
    }

    /** Another number when what was refused may be accepted now. */
    public long rules() {
        return rules.get();
    }

    private void publish() {
        Map<String, Arrived> had = offer.chosen();
        CatalogueSnapshot before = offer.snapshot();
        offer = Offer.of(before.generation() + 1, arrived, faulty.values(), admissions, awaited);
        offer.chosen().values().stream()
                .filter(each -> !each.equals(had.get(each.name())))
                .forEach(each -> contracts.offered(each.verdict(), each.origin().bundle()));
        CatalogueSnapshot snapshot = offer.snapshot();
        snapshot.refusals().stream()
                .filter(refusal -> !before.refusals().contains(refusal))
                .forEach(ConnectorRegistry::log);
        for (Consumer<CatalogueSnapshot> listener : listeners) {
            tell(listener, snapshot);
        }
    }

    private static void log(Refusal refusal) {
        LOG.error(
                "{} from {} is not offered, for these mistakes:\n  - {}",
                refusal.connector(),
                refusal.bundle(),
                String.join("\n  - ", refusal.mistakes()));
    }

    private static void tell(Consumer<CatalogueSnapshot> listener, CatalogueSnapshot snapshot) {
        try {
            listener.accept(snapshot);
        } catch (RuntimeException | Error e) {
            // The connector is there all the same, and the others are to hear of it.
            LOG.error("a listener to the catalogue failed", e);
        }
    }

    /** What there is of a bundle. */
    public synchronized BundleReview review(long bundle) {
        return Reviews.of(bundle, arrived, offer, admissions);
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

    @Override
    public boolean awaits(String operation) {
        return offer.awaited().contains(operation);
    }
}
