package io.switchboard.crm.internal;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** The backends that are there now, by the names of their instances. Safe for use from many threads. */
final class Backends<B> {
    /** What both SPIs call the service property. */
    private static final String INSTANCE = "backend.instance";

    private static final Comparator<Bound<?>> BEST = Comparator.<Bound<?>>comparingInt(Bound::ranking)
            .thenComparing(Bound::serviceId, Comparator.reverseOrder());

    private final CopyOnWriteArrayList<Bound<B>> bound = new CopyOnWriteArrayList<>();

    private record Bound<B>(B backend, String instance, int ranking, long serviceId) {}

    void add(B backend, Map<String, ?> properties) {
        String instance = String.valueOf(properties.get(INSTANCE));
        int ranking = properties.get("service.ranking") instanceof Integer number ? number : 0;
        long id = properties.get("service.id") instanceof Long number ? number : 0;
        bound.add(new Bound<>(backend, instance, ranking, id));
        // The first of an instance is the one in use; while an update runs there are two.
        bound.sort(BEST.reversed());
    }

    void remove(B backend) {
        bound.removeIf(each -> each.backend() == backend);
    }

    Optional<B> get(String instance) {
        for (Bound<B> each : bound) {
            if (each.instance().equals(instance)) {
                return Optional.of(each.backend());
            }
        }
        return Optional.empty();
    }
}
