package io.switchboard.connector.testkit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.switchboard.connector.Audience;
import io.switchboard.connector.Connector;
import io.switchboard.connector.testkit.internal.Arguments;
import io.switchboard.connector.testkit.internal.HubParts;
import io.switchboard.core.descriptor.ConnectorDescriptor;
import io.switchboard.core.descriptor.Member;
import io.switchboard.core.descriptor.OperationDescriptor;
import io.switchboard.core.descriptor.Result;
import io.switchboard.core.internal.bind.BoundOperation;
import io.switchboard.rest.internal.openapi.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The operations of a connector, and calls with which to try them. Not for several threads. */
final class Trials implements AutoCloseable {
    private final ConnectorContract contract;
    private @Nullable FakeHub hub;

    Trials(ConnectorContract contract) {
        this.contract = contract;
    }

    /**
     * A call to try an operation with.
     *
     * @param arguments as JSON
     * @param succeeds whether the partner says that it succeeds; otherwise it was made up
     */
    record Trial(ObjectNode arguments, boolean succeeds) {
        String json() {
            return arguments.toString();
        }
    }

    void requireNoMistakes() {
        Faults faults = new Faults();
        Class<?> type = contract.connector().getClass();
        HubParts.mistakes(type).forEach(mistake -> faults.add(type.getSimpleName(), mistake));
        faults.requireNone("The hub would not offer this connector:");
    }

    /** The hub with the connector, the same throughout one test. */
    FakeHub hub() {
        if (hub == null) {
            hub = with(contract.connector());
        }
        return hub;
    }

    /** A hub with a connector of its own, to be closed by who asked for it. */
    FakeHub another() {
        return with(contract.connector());
    }

    /** A hub with some connector of the contract's, to be closed by who asked for it. */
    static FakeHub with(Connector connector) {
        try {
            return FakeHub.with(connector);
        } catch (AssertionError e) {
            // Once is enough; each of the other tests would say all of them again.
            throw new AssertionError(connector.getClass().getSimpleName()
                    + " cannot be tried, for the hub would not offer it; hasNoMistakes says why.");
        }
    }

    ConnectorDescriptor descriptor() {
        return hub().connectors().get(0);
    }

    List<OperationDescriptor> operations() {
        return descriptor().operations();
    }

    BoundOperation bound(OperationDescriptor operation) {
        return hub().bound(operation);
    }

    /** The partner's own arguments, or what can be made up: with all optional members and with none of them. */
    List<Trial> of(OperationDescriptor operation) {
        Optional<String> given = contract.arguments(operation.id());
        if (given.isPresent()) {
            return List.of(new Trial(Arguments.parsed(given.get()), true));
        }
        return madeUp(operation);
    }

    List<Trial> madeUp(OperationDescriptor operation) {
        List<Trial> trials = new ArrayList<>();
        // A cursor is the hub's, and nobody can make one up.
        boolean paged = operation.result() instanceof Result.Paged;
        add(operation, member -> !(paged && member.name().equals("cursor")), trials);
        add(operation, member -> !member.optional(), trials);
        return trials;
    }

    private static void add(OperationDescriptor operation, Predicate<Member> wanted, List<Trial> trials) {
        List<Member> members =
                operation.input().members().stream().filter(wanted).toList();
        Samples.of(members)
                .map(made -> new Trial((ObjectNode) made, false))
                .filter(trial -> !trials.contains(trial))
                .ifPresent(trials::add);
    }

    /** Who may call with these arguments. */
    Asking caller(FakeHub at, OperationDescriptor operation, ObjectNode arguments) {
        if (operation.audience() != Audience.CUSTOMER) {
            return at.as(Someone.staff());
        }
        String customer = operation
                .customer()
                .map(member -> arguments.path(member.name()).asText())
                .orElse("");
        // A token that is bound to the customer, unless that is left to whoever the token is bound to.
        return at.as(
                customer.isEmpty() || customer.equals("me") ? Someone.customer("C-1") : Someone.customer(customer));
    }

    @Override
    public void close() {
        if (hub != null) {
            hub.close();
        }
    }
}
