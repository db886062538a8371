package io.switchboard.core.internal.reader;

import io.switchboard.connector.Audience;
import io.switchboard.connector.ConnectorType;
import io.switchboard.connector.Operation;
import io.switchboard.core.descriptor.ConnectorDescriptor;
import io.switchboard.core.descriptor.OperationDescriptor;
import io.switchboard.core.descriptor.Text;
import io.switchboard.core.internal.bind.BoundOperation;
import io.switchboard.core.internal.bind.Invoker;
import java.lang.reflect.Method;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a connector's class, once, into what all else is made from; or into the whole list of its mistakes. */
public final class DescriptorReader {
    private DescriptorReader() {}

    /**
     * What was read. Holds the connector's classes. Immutable.
     *
     * @param descriptor what the connector is
     * @param operations its operations, ready to run, in the descriptor's order
     */
    public record ReadConnector(ConnectorDescriptor descriptor, List<BoundOperation> operations) {}

    /**
     * Reads a class.
     *
     * @param ownsReservedIds whether it may take an id that is reserved for the hub
     * @throws ConnectorMistakesException with all its mistakes
     */
    public static ReadConnector read(Class<?> type, boolean ownsReservedIds) throws ConnectorMistakesException {
        Mistakes mistakes = new Mistakes();
        String place = Places.of(type);
        ConnectorType connector = type.getAnnotation(ConnectorType.class);
        if (connector == null) {
            mistakes.add(place, "needs @ConnectorType");
            throw new ConnectorMistakesException(place, mistakes.all());
        }
        checkConnector(connector, place, ownsReservedIds, mistakes);
        Text description = TypeReader.text(type);
        if (description.en().isBlank() || description.zh().isBlank()) {
            mistakes.add(place, "needs @Describe in both languages");
        }
        ConnectorClass connectorClass = new ConnectorClass(type, mistakes);
        connectorClass.checkConstruction();
        List<Method> methods = connectorClass.methods();
        Map<String, Method> probes = new ProbeReader(mistakes).read(methods);
        List<OperationReader.Read> operations = operations(connector, methods, probes, mistakes);
        if (operations.isEmpty()) {
            mistakes.add(place, "has no method with @Operation");
        }
        checkIds(operations, mistakes);
        new RouteOverlaps(mistakes).check(operations);
        checkScopes(operations, mistakes);
        if (mistakes.count() > 0) {
            throw new ConnectorMistakesException(connector.id() + ".v" + connector.version(), mistakes.all());
        }
        List<OperationDescriptor> descriptors =
                operations.stream().map(OperationReader.Read::descriptor).toList();
        List<BoundOperation> bound =
                operations.stream().map(read -> bind(read, probes)).toList();
        return new ReadConnector(
                new ConnectorDescriptor(
                        connector.id(),
                        connector.version(),
                        new Text(connector.title(), connector.zh()),
                        description,
                        descriptors),
                bound);
    }

    private static BoundOperation bind(OperationReader.Read read, Map<String, Method> probes) {
        Optional<Invoker> probe =
                Optional.ofNullable(probes.get(read.descriptor().id())).map(Invoker::of);
        return new BoundOperation(read.descriptor(), read.shape(), Invoker.of(read.method()), probe);
    }

    private static void checkConnector(
            ConnectorType connector, String place, boolean ownsReservedIds, Mistakes mistakes) {
        if (!connector.id().matches("[a-z][a-z0-9]*") || connector.id().length() > Limits.CONNECTOR_ID) {
            mistakes.add(
                    place,
                    "the id \"" + connector.id() + "\" is not [a-z][a-z0-9]*, at most " + Limits.CONNECTOR_ID
                            + " characters");
        }
        if (Limits.RESERVED.contains(connector.id()) && !ownsReservedIds) {
            mistakes.add(place, "the id \"" + connector.id() + "\" is reserved for the hub");
        }
        if (connector.version() < 1 || connector.version() > 99) {
            mistakes.add(place, "the major version " + connector.version() + " is not from 1 to 99");
        }
        if (connector.title().isBlank() || connector.zh().isBlank()) {
            mistakes.add(place, "@ConnectorType needs a title in both languages");
        }
    }

    private static List<OperationReader.Read> operations(
            ConnectorType connector, List<Method> methods, Map<String, Method> probes, Mistakes mistakes) {
        OperationReader reader = new OperationReader(connector, mistakes);
        return methods.stream()
                .filter(method -> method.isAnnotationPresent(Operation.class))
                .map(method -> reader.read(
                        method,
                        probes.containsKey(method.getAnnotation(Operation.class).id())))
                .sorted(Comparator.comparing(read -> read.descriptor().id()))
                .toList();
    }

    private static void checkIds(List<OperationReader.Read> operations, Mistakes mistakes) {
        Map<String, String> ids = new HashMap<>();
        for (OperationReader.Read read : operations) {
            String place = Places.of(read.method());
            String same = ids.putIfAbsent(read.descriptor().id(), place);
            if (same != null) {
                mistakes.add(place, "the id \"" + read.descriptor().id() + "\" is that of " + same + " already");
            }
        }
    }

    /** Whoever may serve customers would otherwise reach what is for employees, by the same scope. */
    private static void checkScopes(List<OperationReader.Read> operations, Mistakes mistakes) {
        Map<String, String> forCustomers = new HashMap<>();
        for (OperationReader.Read read : operations) {
            if (read.descriptor().audience() == Audience.CUSTOMER) {
                forCustomers.putIfAbsent(read.descriptor().scope(), Places.of(read.method()));
            }
        }
        for (OperationReader.Read read : operations) {
            String other = forCustomers.get(read.descriptor().scope());
            if (read.descriptor().audience() == Audience.STAFF && other != null) {
                mistakes.add(
                        Places.of(read.method()),
                        "is for STAFF, and its scope \"" + read.descriptor().scope() + "\" is that of " + other
                                + ", which is for CUSTOMER; give it one of its own");
            }
        }
    }
}
