package io.switchboard.connector.testkit;

import static java.util.stream.Collectors.joining;

import io.switchboard.connector.Connector;
import io.switchboard.connector.testkit.internal.HubParts;
import io.switchboard.core.audit.AuditRecord;
import io.switchboard.core.descriptor.ConnectorDescriptor;
import io.switchboard.core.descriptor.OperationDescriptor;
import io.switchboard.core.internal.bind.BoundOperation;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A hub in plain JUnit: its own way of a call, without a framework. Arguments are bound and checked, customers bound, writes done once,
 * deadlines kept, owners checked, answers masked, calls audited, by the classes that do it in the hub. Only what is outside is another:
 * writes are registered and calls audited in memory, whoever calls is believed, and nobody is held to rates. Safe for use from many
 * threads.
 *
 * <pre>{@code
 * try (FakeHub hub = FakeHub.with(new Loyalty(settings))) {
 *     Answer answer = hub.as(Someone.customer("C-1001")).call("balance.get", "{'customerId': 'me'}");
 *     assertEquals(120, answer.json().path("points").asInt());
 * }
 * }</pre>
 */
public final class FakeHub implements AutoCloseable {
    private final HubParts parts;

    private FakeHub(HubParts parts) {
        this.parts = parts;
    }

    /**
     * A hub with connectors.
     *
     * @throws AssertionError with all the mistakes of all of them, where they have any
     */
    public static FakeHub with(Connector... connectors) {
        return with(Clock.systemUTC(), connectors);
    }

    /**
     * A hub with connectors, in which the time for which outcomes are kept goes by a clock; the connectors take it in their own way, and
     * deadlines go by the real one.
     */
    public static FakeHub with(Clock clock, Connector... connectors) {
        List<String> mistakes = new ArrayList<>();
        for (Connector each : connectors) {
            mistakes.addAll(HubParts.mistakes(each.getClass()));
        }
        if (!mistakes.isEmpty()) {
            throw new AssertionError("The hub would not offer this:\n  - " + String.join("\n  - ", mistakes));
        }
        return new FakeHub(new HubParts(clock, Arrays.asList(connectors)));
    }

    /** A caller of this hub. */
    public Asking as(Someone someone) {
        return new Asking(this, parts, someone);
    }

    /** What the hub read of its connectors, sorted by name. */
    public List<ConnectorDescriptor> connectors() {
        return parts.offered();
    }

    /** The audit's records, in the order in which calls were answered. */
    public List<AuditRecord> audit() {
        return parts.audit();
    }

    /**
     * Forgets what came of all writes, as a kill between the backend's commit and the hub's own does. A repetition with the same key finds
     * an unknown outcome: the probe is asked, or the operation run again if it is idempotent.
     */
    public void forgetOutcomes() {
        parts.forgetOutcomes();
    }

    /**
     * Takes the connectors away as the hub does when a bundle goes: no call is let in any more, and those within are waited for.
     *
     * @return whether all had ended within that time
     */
    public boolean removeConnectors(Duration most) {
        return parts.removeConnectors(most);
    }

    /** Waits until no call is under way any more; false: some were still within their method after that time. */
    public boolean awaitCalls(Duration most) {
        return parts.awaitCalls(most);
    }

    /** How many calls are under way, those included that were answered at their deadline and whose method has not returned. */
    public int underWay() {
        return parts.underWay();
    }

    BoundOperation bound(OperationDescriptor operation) {
        return parts.bound(operation.name()).orElseThrow();
    }

    /** The operation of a name, canonical or within its connector. */
    OperationDescriptor operation(String name) {
        List<OperationDescriptor> found = parts.named(name);
        if (found.size() == 1) {
            return found.get(0);
        }
        if (found.isEmpty()) {
            throw new IllegalArgumentException("There is no operation " + name + " among "
                    + parts.offered().stream()
                            .flatMap(each -> each.operations().stream())
                            .map(OperationDescriptor::name)
                            .collect(joining(", ")));
        }
        throw new IllegalArgumentException("There are several operations " + name + "; name one of them whole: "
                + found.stream().map(OperationDescriptor::name).collect(joining(", ")));
    }

    /** Ends its threads. */
    @Override
    public void close() {
        parts.close();
    }
}
