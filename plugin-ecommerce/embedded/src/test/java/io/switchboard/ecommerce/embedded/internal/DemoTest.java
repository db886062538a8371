package io.switchboard.ecommerce.embedded.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.connector.PageRequest;
import io.switchboard.ecommerce.spi.Order;
import io.switchboard.ecommerce.spi.OrderQuery;
import io.switchboard.ecommerce.spi.OrderStatus;
import io.switchboard.sql.Transactions;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DemoTest {
    private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    @Test
    void ordersAreMadeOnceAndAlwaysTheSame() throws SQLException, IOException {
        try (TestStore one = new TestStore();
                TestStore two = new TestStore()) {
            List<Order> first = filled(one);
            assertEquals(first, filled(two));
            assertEquals(0, Demo.fill(new Transactions(one.source()), CLOCK));
            assertTrue(first.size() > 300, () -> first.size() + " orders");
            assertTrue(first.stream().noneMatch(order -> order.placedAt().isAfter(NOW)));
            assertTrue(first.stream()
                    .flatMap(order -> order.shipments().stream())
                    .flatMap(shipment -> shipment.deliveredAt().stream())
                    .noneMatch(at -> at.isAfter(NOW)));
            Set<OrderStatus> statuses = first.stream().map(Order::status).collect(Collectors.toSet());
            assertEquals(EnumSet.allOf(OrderStatus.class), statuses);
        }
    }

    @Test
    void whatWasSentCanBeTracked() throws SQLException, IOException {
        try (TestStore store = new TestStore()) {
            List<String> tracked = filled(store).stream()
                    .flatMap(order -> order.shipments().stream())
                    .flatMap(shipment -> shipment.trackingNumber().stream())
                    .toList();
            SqlParcels parcels = new SqlParcels(new Transactions(store.source()), new ToldEvents(), CLOCK);
            assertTrue(tracked.size() > 200);
            for (String number : tracked) {
                assertFalse(parcels.track(number).orElseThrow().steps().isEmpty(), number);
            }
        }
    }

    private static List<Order> filled(TestStore store) {
        Transactions transactions = new Transactions(store.source());
        Demo.fill(transactions, CLOCK);
        SqlOrders backend = new SqlOrders(transactions, new ToldEvents(), CLOCK);
        List<Order> orders = new ArrayList<>();
        for (int customer = 1001; customer <= 1300; customer++) {
            orders.addAll(backend.list(new OrderQuery("C-" + customer, Set.of(), PageRequest.first(200)))
                    .items());
        }
        return orders;
    }
}
