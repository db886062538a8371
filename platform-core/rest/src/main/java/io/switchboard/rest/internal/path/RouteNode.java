package io.switchboard.rest.internal.path;

import io.switchboard.core.descriptor.Route.Segment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A place in the tree of routes. Filled while the tree is made, then left alone. */
final class RouteNode {
    private final Map<String, RouteNode> literals = new HashMap<>();
    private final Map<String, Endpoint> endpoints = new HashMap<>();
    private @Nullable RouteNode variable;

    /** The node of a route, made where it is not there. */
    RouteNode at(List<Segment> segments) {
        RouteNode node = this;
        for (Segment segment : segments) {
            node = node.child(segment);
        }
        return node;
    }

    private RouteNode child(Segment segment) {
        if (!segment.variable()) {
            return literals.computeIfAbsent(segment.text(), text -> new RouteNode());
        }
        if (variable == null) {
            variable = new RouteNode();
        }
        return variable;
    }

    /** Puts an operation here, unless one is here already. */
    void offer(String method, Endpoint endpoint) {
        endpoints.putIfAbsent(method, endpoint);
    }

    /** The operation for a path and a method; a literal beats a variable. Null where there is none. */
    @Nullable
    Endpoint find(List<String> path, int at, String method) {
        if (at == path.size()) {
            return endpoints.get(method);
        }
        RouteNode literal = literals.get(path.get(at));
        Endpoint found = literal == null ? null : literal.find(path, at + 1, method);
        return found == null && variable != null ? variable.find(path, at + 1, method) : found;
    }

    /** Collects the methods there are for a path. */
    void methods(List<String> path, int at, Set<String> methods) {
        if (at == path.size()) {
            methods.addAll(endpoints.keySet());
            return;
        }
        RouteNode literal = literals.get(path.get(at));
        if (literal != null) {
            literal.methods(path, at + 1, methods);
        }
        if (variable != null) {
            variable.methods(path, at + 1, methods);
        }
    }
}
