package io.switchboard.connector.testkit.internal;

import io.switchboard.connector.Connector;
import io.switchboard.core.audit.AuditRecord;
import io.switchboard.core.call.CallGate;
import io.switchboard.core.descriptor.ConnectorDescriptor;
import io.switchboard.core.descriptor.OperationDescriptor;
import io.switchboard.core.internal.bind.BoundOperation;
import io.switchboard.core.internal.catalogue.ConnectorRegistry;
import io.switchboard.core.internal.catalogue.ConnectorRegistry.Origin;
import io.switchboard.core.internal.pipeline.Pipeline;
import io.switchboard.core.internal.pipeline.RateBounds;
import io.switchboard.core.internal.pipeline.Target;
import io.switchboard.core.internal.reader.ConnectorMistakesException;
import io.switchboard.core.internal.reader.DescriptorReader;
import io.switchboard.core.security.Caller;
import io.switchboard.core.security.MaskingProfile;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The hub's registry and its way of a call, with memory in the place of disk and store. Safe for use from many threads. */
public final class HubParts implements AutoCloseable {
    private static final int CALLS_AT_A_TIME = 64;
    private static final int CALLS_A_SECOND = 1_000_000;

    private final List<Connector> connectors;
    private final ConnectorRegistry registry = new ConnectorRegistry(CALLS_AT_A_TIME);
    private final KnownCallers callers = new KnownCallers();
    private final MemoryAudit audit = new MemoryAudit();
    private final MemoryClaims claims;
    private final Pipeline pipeline;

    /** Puts them together round connectors that have no mistakes. */
    public HubParts(InstantSource clock, List<Connector> connectors) {
        this.connectors = List.copyOf(connectors);
        this.claims = new MemoryClaims(clock);
        MemoryHandles handles = new MemoryHandles();
        for (int i = 0; i < connectors.size(); i++) {
            Connector each = connectors.get(i);
            registry.arrive(each, each, new Origin("connector" + i, "1.0.0", i, ownsReservedIds(each.getClass())));
        }
        pipeline = new Pipeline(
                new Pipeline.Parts(
                        registry,
                        callers,
                        () -> Optional.of(claims),
                        () -> Optional.of(handles),
                        new PlainSeal(),
                        audit,
                        end -> {},
                        "test"),
                new Pipeline.Bounds(new RateBounds(CALLS_A_SECOND, 0, 0, List.of()), 2 * CALLS_AT_A_TIME));
    }

    /** Reads a connector as the hub does; all its mistakes, empty where it has none. */
    public static List<String> mistakes(Class<?> type) {
        try {
            DescriptorReader.read(type, ownsReservedIds(type));
            return List.of();
        } catch (ConnectorMistakesException e) {
            return e.mistakes();
        }
    }

    /** The hub knows its own connectors by their bundle, of which there is none here. */
    private static boolean ownsReservedIds(Class<?> type) {
        return type.getName().startsWith("io.switchboard.security.");
    }

    /** Makes a caller known, by its token's id. */
    public void introduce(Caller caller, MaskingProfile profile) {
        callers.introduce(caller, profile);
    }

    /** The way in. */
    public CallGate gate() {
        return pipeline;
    }

    /** What is offered now. */
    public List<ConnectorDescriptor> offered() {
        return registry.current().connectors();
    }

    /** The operations of a name, be it canonical or within its connector. */
    public List<OperationDescriptor> named(String name) {
        return offered().stream()
                .flatMap(connector -> connector.operations().stream())
                .filter(each -> each.name().equals(name) || each.id().equals(name))
                .toList();
    }

    /** What reads and writes an operation's values; empty where there is no such operation. */
    public Optional<BoundOperation> bound(String canonicalName) {
        return registry.find(canonicalName).map(Target::operation);
    }

    /** What was recorded of calls so far. */
    public List<AuditRecord> audit() {
        return audit.records();
    }

    /** Forgets what came of every write. */
    public void forgetOutcomes() {
        claims.forgetOutcomes();
    }

    /** Takes the connectors away, and waits for the calls within them; false: some are there still. */
    public boolean removeConnectors(Duration most) {
        connectors.forEach(each -> registry.depart(each, most));
        return awaitCalls(most);
    }

    /** Waits for the calls under way, those included that were answered; false: some are there still. */
    public boolean awaitCalls(Duration most) {
        long end = System.nanoTime() + most.toNanos();
        try {
            while (pipeline.underWay() > 0 && System.nanoTime() < end) {
                TimeUnit.MILLISECONDS.sleep(1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return pipeline.underWay() == 0;
    }

    /** How many calls are under way. */
    public int underWay() {
        return pipeline.underWay();
    }

    @Override
    public void close() {
        removeConnectors(Duration.ZERO);
        pipeline.close();
    }
}
