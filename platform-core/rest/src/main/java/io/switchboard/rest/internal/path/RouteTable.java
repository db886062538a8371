package io.switchboard.rest.internal.path;

import io.switchboard.connector.ErrorCode;
import io.switchboard.core.call.CallFailure;
import io.switchboard.core.catalogue.CatalogueSnapshot;
import io.switchboard.core.descriptor.ConnectorDescriptor;
import io.switchboard.core.descriptor.OperationDescriptor;
import io.switchboard.core.descriptor.Route;
import io.switchboard.core.descriptor.Route.Segment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Which operation stands where, as one snapshot of the catalogue has it. Never changed once made. */
public final class RouteTable {
    /** How many segments stand before a connector's own: {@code api}, the connector, the version. */
    private static final int BEFORE = 3;

    private final Map<String, Map<String, RouteNode>> connectors = new HashMap<>();

    private RouteTable() {}

    /** Makes the table of a snapshot. */
    public static RouteTable of(CatalogueSnapshot snapshot) {
        RouteTable table = new RouteTable();
        for (ConnectorDescriptor connector : snapshot.connectors()) {
            table.connectors
                    .computeIfAbsent(connector.id(), id -> new HashMap<>())
                    .put("v" + connector.version(), tree(connector.operations()));
        }
        return table;
    }

    private static RouteNode tree(List<OperationDescriptor> operations) {
        RouteNode root = new RouteNode();
        for (OperationDescriptor operation : operations) {
            Route route = operation.route();
            root.at(route.segments()).offer(route.method(), Endpoint.of(operation, route, BEFORE));
        }
        // Every operation answers under its own name too, where no other stands.
        for (OperationDescriptor operation : operations) {
            Route byName = new Route("POST", List.of(new Segment(operation.id(), false)));
            root.at(byName.segments()).offer(byName.method(), Endpoint.of(operation, byName, BEFORE));
        }
        return root;
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

    /** Says what it is that a path does not lead to. */
    public CallFailure absence(List<String> path) {
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
