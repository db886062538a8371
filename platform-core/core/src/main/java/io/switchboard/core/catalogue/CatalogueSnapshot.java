package io.switchboard.core.catalogue;

import io.switchboard.core.descriptor.ConnectorDescriptor;
import io.switchboard.core.descriptor.OperationDescriptor;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the hub offers at one moment. Immutable.
 *
 * @param generation counts the changes since the start
 * @param connectors sorted by id and major version
 * @param operations by canonical name
 * @param refusals the connectors that are there and not offered, and why
 * @param awaited connectors that were offered and whose bundle is still there, such as while one starts anew: calls to them are told to come
 *     again; none of them is among {@code connectors}
 */
public record CatalogueSnapshot(
        long generation,
        List<ConnectorDescriptor> connectors,
        Map<String, OperationDescriptor> operations,
        List<Refusal> refusals,
        List<ConnectorDescriptor> awaited) {
    /** Copies the collections. */
    public CatalogueSnapshot {
        connectors = List.copyOf(connectors);
        operations = Map.copyOf(operations);
        refusals = List.copyOf(refusals);
        awaited = List.copyOf(awaited);
    }

    /** Makes one of its connectors, where none is awaited. */
    public static CatalogueSnapshot of(long generation, List<ConnectorDescriptor> connectors, List<Refusal> refusals) {
        return of(generation, connectors, refusals, List.of());
    }

    /** Makes one of its connectors. */
    public static CatalogueSnapshot of(
            long generation,
            List<ConnectorDescriptor> connectors,
            List<Refusal> refusals,
            List<ConnectorDescriptor> awaited) {
        Map<String, OperationDescriptor> operations = connectors.stream()
                .flatMap(connector -> connector.operations().stream())
                .collect(Collectors.toMap(OperationDescriptor::name, Function.identity()));
        return new CatalogueSnapshot(generation, connectors, operations, refusals, awaited);
    }
}
