package io.switchboard.ecommerce.tryton.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.ecommerce.tryton.internal.poll.ChangeRound;
import io.switchboard.ecommerce.tryton.internal.poll.SeenStore;
import io.switchboard.ecommerce.tryton.internal.poll.TrytonFeeds;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** What people do in a real Tryton is told, once each, and across a restart of the hub. */
@EnabledIfSystemProperty(named = "real.state", matches = ".+")
class ShopPollerRealIT {
    private final RealShop shop = new RealShop();
    private final Instance instance = shop.open(Clock.systemUTC(), Map.of());

    private ChangeRound round(SeenStore store) {
        return store.round(new TrytonFeeds(instance.tryton(), new TrytonOrders(instance)));
    }

    private static List<String> about(SeenStore store, String customer) throws Exception {
        return store.told().stream().filter(each -> each.contains(customer)).toList();
    }

    @Test
    void whatPeopleDoIsTold() throws Exception {
        try (SeenStore store = new SeenStore()) {
            ChangeRound round = round(store);
            String before = shop.customer("赵建国");
            shop.place(before);
            round.take();
            String customer = shop.customer("王秀兰");
            String number = shop.place(customer);
            round.take();
            assertEquals(List.of(), about(store, before), "what was there before is not told");
            List<String> placed = about(store, customer);
            assertEquals(1, placed.size(), placed::toString);
            assertTrue(placed.get(0).startsWith("ecommerce.v1.order.placed " + customer), placed::toString);
            assertTrue(
                    store.told().stream().anyMatch(each -> each.startsWith("ecommerce.v1.stock.changed - LANTERN ")));

            ChangeRound restarted = round(store);
            shop.send(number);
            restarted.take();
            restarted.take();
            round(store).take();
            List<String> told = about(store, customer);
            assertEquals(3, told.size(), told::toString);
            assertTrue(
                    told.get(1).startsWith("ecommerce.v1.order.status.changed ")
                            && told.get(1).endsWith(number + " CONFIRMED SHIPPED"),
                    told::toString);
            assertTrue(
                    told.get(2).startsWith("ecommerce.v1.shipment.status.changed ")
                            && told.get(2).contains(" SENT ")
                            && told.get(2).contains(" WAITING"),
                    told::toString);
        }
    }
}
