package io.switchboard.backends.internal.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The endpoints in the order in which one question takes them. For one thread. */
final class Route {
    private final List<Endpoint> endpoints;
    private final boolean reads;
    private final List<Endpoint> taken = new ArrayList<>();

    Route(List<Endpoint> endpoints, boolean reads) {
        this.endpoints = endpoints;
        this.reads = reads;
    }

    /**
     * The next to ask, which is entered: the first that was not asked yet, else the first. One that has just come back is tried by what
     * only reads, and by a write only where there is no other.
     */
    Optional<Endpoint> next() {
        boolean mayTry = reads || endpoints.stream().noneMatch(Endpoint::isUp);
        Optional<Endpoint> next = first(untried(), mayTry).or(() -> first(endpoints, mayTry));
        next.ifPresent(taken::add);
        return next;
    }

    private static Optional<Endpoint> first(List<Endpoint> among, boolean mayTry) {
        return among.stream().filter(each -> each.breaker().enter(mayTry)).findFirst();
    }

    private List<Endpoint> untried() {
        return endpoints.stream().filter(each -> !taken.contains(each)).toList();
    }

    /** How many others could be asked that were not asked yet. */
    int others() {
        return (int) untried().stream()
                .filter(each -> each.breaker().isOpenTo(reads))
                .count();
    }
}
