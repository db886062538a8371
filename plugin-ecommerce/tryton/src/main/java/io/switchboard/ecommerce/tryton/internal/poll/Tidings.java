package io.switchboard.ecommerce.tryton.internal.poll;

import io.switchboard.connector.event.Event;
import io.switchboard.ecommerce.spi.Order;
import io.switchboard.ecommerce.spi.ShopEvents;
import io.switchboard.ecommerce.spi.Stock;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What there is to tell of orders and products, under keys by which it is told once, also where two nodes see it: what it was, what it is,
 * and in which version of Tryton's records.
 */
final class Tidings {
    private Tidings() {}

    /**
     * What became of an order.
     *
     * @param before how it stood when it was seen last; empty where it never was
     * @param isNew whether it was placed since
     */
    static List<Event> of(String instance, Order now, Optional<Seen> before, boolean isNew, Instant at) {
        List<Event.Builder> events = new ArrayList<>();
        if (before.isPresent()) {
            events.addAll(ShopEvents.between(instance, before.get().before(now), now, at));
        } else if (isNew) {
            events.add(ShopEvents.placed(instance, now));
        }
        String what = before.map(Seen::state).orElse("") + ">" + Seen.of(now).state() + ">" + now.version();
        List<Event> built = new ArrayList<>();
        for (Event.Builder each : events) {
            built.add(each.key(key(instance, "order", now.id(), what) + "~" + built.size())
                    .build());
        }
        return built;
    }

    /** There is more or less of a product than before. */
    static Event of(String instance, Stock now, Optional<Seen> before, Instant at) {
        String what = before.map(Seen::state).orElse("") + ">" + Seen.of(now).state() + ">" + at;
        return ShopEvents.stockChanged(now, at)
                .key(key(instance, "stock", now.sku(), what))
                .build();
    }

    private static String key(String instance, String kind, String id, String what) {
        UUID digest = UUID.nameUUIDFromBytes((id + ">" + what).getBytes(StandardCharsets.UTF_8));
        return instance + "~" + kind + "~" + digest;
    }
}
