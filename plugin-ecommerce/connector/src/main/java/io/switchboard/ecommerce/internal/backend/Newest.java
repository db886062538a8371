package io.switchboard.ecommerce.internal.backend;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The providers of one service. While a bundle is replaced there are two; then the ranking decides, and else the newer. Safe for use from
 * many threads.
 */
public final class Newest<S> {
    private final List<Registered<S>> all = new CopyOnWriteArrayList<>();

    private record Registered<S>(S service, int ranking, long serviceId) {
        private static final Comparator<Registered<?>> PREFERENCE =
                Comparator.<Registered<?>>comparingInt(Registered::ranking).thenComparingLong(Registered::serviceId);
    }

    /** One more. */
    public void add(S service, Map<String, Object> properties) {
        all.add(new Registered<>(
                service,
                properties.get("service.ranking") instanceof Integer ranking ? ranking : 0,
                properties.get("service.id") instanceof Long id ? id : 0));
    }

    /** One less. */
    public void remove(S service) {
        all.removeIf(each -> each.service() == service);
    }

    /** The one to use; empty where there is none. */
    public Optional<S> get() {
        return all.stream().max(Registered.PREFERENCE).map(Registered::service);
    }
}
