package io.switchboard.ecommerce.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.connector.Audience;
import io.switchboard.connector.Money;
import io.switchboard.connector.event.Event;
import io.switchboard.connector.event.EventMember;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ShopEventsTest {
    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");
    private static final Address HOME =
            Address.builder("李明轩", "世纪大道100号", "上海市", "CN").build();

    private static Order order(OrderStatus status, Shipment... shipments) {
        return Order.builder("12", "SO12", "C-1001", NOON, Money.of("95.00", "EUR"))
                .status(status)
                .shipments(List.of(shipments))
                .build();
    }

    private static Shipment shipment(String id, ShipmentStatus status) {
        return Shipment.builder(id, status)
                .address(Optional.of(HOME))
                .carrier("顺丰速运")
                .trackingNumber(Optional.of("SF12"))
                .build();
    }

    private static List<String> said(Event event) {
        return event.data().stream()
                .map(each -> each.name() + "=" + each.text())
                .toList();
    }

    private static void assertAboutTheCustomer(Event event) {
        assertEquals(Audience.CUSTOMER, event.audience());
        assertEquals(Optional.of("C-1001"), event.customer());
        assertEquals(Optional.of("tryton~12"), event.subject());
        assertEquals("ecommerce.read", event.scope());
        assertEquals(List.of("orderId=tryton~12", "number=SO12"), said(event).subList(0, 2));
        assertFalse(event.data().stream().map(EventMember::text).anyMatch(HOME.street()::equals), "no address");
    }

    @Test
    void whatBelongsToAnOrderIsAboutItsCustomer() {
        Order order = order(OrderStatus.CONFIRMED, shipment("3", ShipmentStatus.SENT));
        GoodsReturn made = new GoodsReturn("7", "12", ReturnStatus.WITHDRAWN, List.of(), NOON);
        CreditNote note = new CreditNote("9", "12", Money.of("5.00", "EUR"), NOON);
        List.of(
                        ShopEvents.placed("tryton", order),
                        ShopEvents.addressChanged("tryton", order, NOON),
                        ShopEvents.redirected("tryton", order, "SF12", NOON),
                        ShopEvents.returnAnnounced("tryton", order, made),
                        ShopEvents.returnStatusChanged("tryton", order, made, ReturnStatus.ANNOUNCED, NOON),
                        ShopEvents.credited("tryton", order, note))
                .forEach(each -> assertAboutTheCustomer(each.build()));
    }

    @Test
    void stockIsAboutNobody() {
        Event event = ShopEvents.stockChanged(
                        new Stock("TAB-011", "Tablet", 0, Optional.of(LocalDate.parse("2026-02-10"))), NOON)
                .build();
        assertEquals(Audience.PUBLIC, event.audience());
        assertEquals(Optional.empty(), event.customer());
        assertEquals("ecommerce.stock", event.scope());
        assertEquals(List.of("sku=TAB-011", "available=0", "expected=2026-02-10"), said(event));
    }

    @Test
    void whatBecameOfAnOrderIsTold() {
        Order before = order(
                OrderStatus.CONFIRMED, shipment("3", ShipmentStatus.PACKED), shipment("4", ShipmentStatus.WAITING));
        Order after = order(
                OrderStatus.SHIPPED,
                shipment("3", ShipmentStatus.SENT),
                shipment("4", ShipmentStatus.WAITING),
                shipment("5", ShipmentStatus.WAITING));
        List<Event> events = ShopEvents.between("tryton", before, after, NOON).stream()
                .map(Event.Builder::build)
                .toList();
        events.forEach(ShopEventsTest::assertAboutTheCustomer);
        assertEquals(
                List.of(
                        ShopEvents.ORDER_STATUS_CHANGED,
                        ShopEvents.SHIPMENT_STATUS_CHANGED,
                        ShopEvents.SHIPMENT_STATUS_CHANGED),
                events.stream().map(Event::type).toList());
        assertEquals(
                List.of("from=CONFIRMED", "status=SHIPPED"), said(events.get(0)).subList(2, 4));
        assertEquals(
                List.of("shipmentId=tryton~3", "status=SENT", "carrier=顺丰速运", "from=PACKED", "trackingNumber=SF12"),
                said(events.get(1)).subList(2, 7));
        assertTrue(
                said(events.get(2)).stream().noneMatch(each -> each.startsWith("from")),
                "a new one was nothing before");
        assertEquals(List.of(), ShopEvents.between("tryton", after, after, NOON));
    }
}
