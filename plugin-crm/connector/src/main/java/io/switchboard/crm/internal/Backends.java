package io.switchboard.crm.internal;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** The backends that are there now, by the names of their instances. Safe for use from many threads. */
final class Backends<B> {
    /** What both SPIs call the service property. */
    private static final String INSTANCE = "backend.instance";

    /** While a backend is replaced there are two of one instance; then the ranking decides, and else the newer. */
    private static final Comparator<Bound<?>> PREFERENCE =
            Comparator.<Bound<?>>comparingInt(Bound::ranking).thenComparingLong(Bound::serviceId);

    private final CopyOnWriteArrayList<Bound<B>> bound = new CopyOnWriteArrayList<>();

    private record Bound<B>(B backend, String instance, int ranking, long serviceId) {}

    void add(B backend, Map<String, ?> properties) {
        String instance = String.valueOf(properties.get(INSTANCE));
        int ranking = properties.get("service.ranking") instanceof Integer number ? number : 0;
        long id = properties.get("service.id") instanceof Long number ? number : 0;
        bound.add(new Bound<>(backend, instance, ranking, id));
    }

    void remove(B backend) {
        bound.removeIf(each -> each.backend() == backend);
    }

    Optional<B> get(String instance) {
        return bound.stream()
                .filter(each -> each.instance().equals(instance))
                .max(PREFERENCE)
                .map(Bound::backend);
    }
}
