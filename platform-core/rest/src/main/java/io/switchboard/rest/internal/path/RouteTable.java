package io.switchboard.rest.internal.path;

import io.switchboard.connector.ErrorCode;
import io.switchboard.core.call.CallFailure;
import io.switchboard.core.catalogue.CatalogueSnapshot;
import io.switchboard.core.catalogue.Refusal;
import io.switchboard.core.descriptor.OperationDescriptor;
import io.switchboard.core.descriptor.Route;
import io.switchboard.core.descriptor.Route.Segment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which operation stands where, as one snapshot of the catalogue has it. Never changed once made. */
public final class RouteTable {
    private static final Logger LOG = LoggerFactory.getLogger(RouteTable.class);
    /** How many segments stand before a connector's own: {@code api}, the connector, the version. */
    private static final int BEFORE = 3;

    private final Map<String, Map<String, RouteNode>> connectors = new HashMap<>();
    private final Set<String> refused;

    private RouteTable(Set<String> refused) {
        this.refused = refused;
    }

    /** Makes the table of a snapshot. An operation that cannot be reached over HTTP is told of in the log, and left out. */
    public static RouteTable of(CatalogueSnapshot snapshot) {
        RouteTable table = new RouteTable(
                snapshot.refusals().stream().map(Refusal::connector).collect(Collectors.toUnmodifiableSet()));
        // The hub says of one that is not there now that it is awaited; here it only has to be found.
        Stream.concat(snapshot.connectors().stream(), snapshot.awaited().stream())
                .forEach(connector -> table.connectors
                        .computeIfAbsent(connector.id(), id -> new HashMap<>())
                        .put("v" + connector.version(), tree(connector.operations())));
        return table;
    }

    private static RouteNode tree(List<OperationDescriptor> operations) {
        RouteNode root = new RouteNode();
        for (OperationDescriptor operation : operations) {
            offer(root, operation, operation.route());
        }
        // Every operation answers under its own name too, where no other stands.
        for (OperationDescriptor operation : operations) {
            offer(root, operation, new Route("POST", List.of(new Segment(operation.id(), false))));
        }
        return root;
    }

    /** One bad operation must not keep the table from following the catalogue. */
    private static void offer(RouteNode root, OperationDescriptor operation, Route route) {
        try {
            Endpoint endpoint = Endpoint.of(operation, route, BEFORE);
            root.at(route.segments()).offer(route.method(), endpoint);
        } catch (RuntimeException e) {
            LOG.error("{} has no place under {} {}", operation.name(), route.method(), route.template(), e);
        }
    }

    /** The operation for the segments of a path and a method; null where there is none. */
    public @Nullable Endpoint find(List<String> path, String method) {
        RouteNode root = root(path);
        return root == null ? null : root.find(path, BEFORE, method);
    }

    /** The methods that a path answers to, sorted; HEAD and OPTIONS with them. Empty where it answers to none. */
    public SortedSet<String> methods(List<String> path) {
        SortedSet<String> methods = new TreeSet<>();
        RouteNode root = root(path);
        if (root != null) {
            root.methods(path, BEFORE, methods);
        }
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        if (!methods.isEmpty()) {
            methods.add("OPTIONS");
        }
        return methods;
    }

    private @Nullable RouteNode root(List<String> path) {
        if (path.size() <= BEFORE) {
            return null;
        }
        Map<String, RouteNode> versions = connectors.get(path.get(1));
        return versions == null ? null : versions.get(path.get(2));
    }

    /** Whether a connector of the path's id, and version where another of them is offered, was refused. */
    private boolean isRefused(List<String> path) {
        if (path.size() < 2 || root(path) != null) {
            return false;
        }
        String id = path.get(1);
        boolean named = path.size() > 2 && refused.contains(id + "." + path.get(2));
        return named || (!connectors.containsKey(id) && refused.stream().anyMatch(each -> isOf(id, each)));
    }

    private static boolean isOf(String id, String name) {
        return name.equals(id) || name.startsWith(id + ".v");
    }

    /** Says what it is that a path does not lead to. */
    public CallFailure absence(List<String> path) {
        if (isRefused(path)) {
            return CallFailure.of(
                    ErrorCode.NO_SUCH_OPERATION,
                    "The connector is there, and was refused for its mistakes; the hub's log names them all.",
                    "该连接器已部署，但因存在错误而未被启用；详见平台日志。");
        }
        Map<String, RouteNode> versions = path.size() > 1 ? connectors.get(path.get(1)) : null;
        if (versions == null) {
            return CallFailure.of(
                    ErrorCode.NO_SUCH_OPERATION,
                    "There is no such connector. Paths are /api/{connector}/v{n}/…; see /api/openapi.json.",
                    "没有该连接器。路径形如 /api/{connector}/v{n}/…，见 /api/openapi.json。");
        }
        if (path.size() < BEFORE || !versions.containsKey(path.get(2))) {
            return CallFailure.of(
                    ErrorCode.NO_SUCH_OPERATION,
                    "The connector is there, but not in this version; see /api/openapi.json.",
                    "该连接器没有此版本，见 /api/openapi.json。");
        }
        return CallFailure.of(
                ErrorCode.NO_SUCH_OPERATION,
                "The connector has no operation at this path; see /api/openapi.json.",
                "该连接器在此路径下没有操作，见 /api/openapi.json。");
    }
}
