package io.switchboard.core.internal.catalogue;

import io.switchboard.core.descriptor.ConnectorDescriptor;
import io.switchboard.core.descriptor.OperationDescriptor;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The connectors that were offered, are not there now, and whose bundle is: they start anew, or lack a configuration. Holds none of their
 * classes. Not safe for use from many threads.
 */
final class Awaited {
    private final Map<String, Gone> gone = new HashMap<>();

    private record Gone(ConnectorDescriptor descriptor, long bundle) {}

    /** One that was offered has gone. */
    void add(Arrived each) {
        gone.put(each.name(), new Gone(each.read().descriptor(), each.origin().bundleId()));
    }

    /** A bundle has gone for good; what came of it is not awaited any more. */
    void forget(long bundle) {
        gone.values().removeIf(each -> each.bundle() == bundle);
    }

    /** What is still awaited, when these are offered. */
    List<ConnectorDescriptor> besides(Collection<String> offered) {
        gone.keySet().removeAll(offered);
        return gone.values().stream().map(Gone::descriptor).toList();
    }

    static Set<String> operations(List<ConnectorDescriptor> awaited) {
        return awaited.stream()
                .flatMap(connector -> connector.operations().stream())
                .map(OperationDescriptor::name)
                .collect(Collectors.toUnmodifiableSet());
    }
}
