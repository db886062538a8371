package io.switchboard.ecommerce.tryton.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ErrorCode;
import io.switchboard.connector.Money;
import io.switchboard.connector.check.CheckFinding;
import io.switchboard.ecommerce.spi.Act;
import io.switchboard.ecommerce.spi.Address;
import io.switchboard.ecommerce.spi.Order;
import io.switchboard.ecommerce.spi.OrderBackend;
import io.switchboard.ecommerce.spi.OrderLine;
import io.switchboard.ecommerce.spi.OrderStatus;
import io.switchboard.ecommerce.spi.ShipmentStatus;
import io.switchboard.ecommerce.spi.Together;
import io.switchboard.ecommerce.tryton.internal.sale.Acts;
import io.switchboard.ecommerce.tryton.internal.sale.Sale;
import io.switchboard.tryton.Row;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** What is particular to Tryton, against the one that {@code real/run} has started. */
@EnabledIfSystemProperty(named = "real.state", matches = ".+")
class TrytonShopRealIT {
    private static final Address OFFICE = Address.builder("王秀兰", "世纪大道 100 号", "上海市", "CN")
            .phone(Optional.of("13800001001"))
            .region(Optional.of("浦东新区"))
            .build();

    private final RealShop shop = new RealShop();
    private final Instance instance = shop.open(Clock.systemUTC(), Map.of());
    private final OrderBackend backend = new TrytonOrders(instance);

    private static Act act() {
        return new Act(UUID.randomUUID().toString().replace("-", ""), "tests", Optional.empty());
    }

    private static void assertRefused(String reason, Runnable call) {
        ConnectorException e = assertThrows(ConnectorException.class, call::run);
        assertEquals(ErrorCode.CONFLICT, e.code());
        assertEquals(reason, e.reason());
    }

    private Order placed(String customer) {
        return backend.findByNumber(customer, shop.place(customer)).orElseThrow();
    }

    private Order read(Order order) {
        return backend.get(order.customerId(), order.id()).orElseThrow();
    }

    @Test
    void readsWhatTheShopHasSold() {
        Order order = backend.findByNumber("C-1001", "2").orElseThrow();
        assertEquals(Money.of("145.77", "CNY"), order.total());
        assertEquals(order.total(), order.paid());
        assertEquals(OrderStatus.SHIPPED, order.status());
        OrderLine line = order.lines().get(0);
        assertEquals("KETTLE", line.sku());
        assertEquals("电热水壶", line.name());
        assertEquals(order.total(), line.total());
        assertEquals("王秀兰", order.shipments().get(0).address().orElseThrow().recipient());
        assertTrue(order.shipments().get(0).sentAt().isPresent());
    }

    @Test
    void aShopMayCallOrdersByTheirReference() {
        OrderBackend byReference = new TrytonOrders(shop.open(Clock.systemUTC(), Map.of("order.number", "reference")));
        Order order = byReference.findByNumber("C-1002", "WEB-3").orElseThrow();
        assertEquals("WEB-3", order.number());
        assertEquals(OrderStatus.PLACED, order.status());
        assertEquals(Optional.empty(), byReference.findByNumber("C-1002", "3"));
        assertEquals(Optional.empty(), byReference.findByNumber("C-1001", "WEB-3"));
    }

    @Test
    void whatIsPackedHasItsAddressAlready() {
        String customer = shop.customer("王秀兰");
        Order order = placed(customer);
        shop.step(order.number(), "assign_try", "pick", "pack");
        Order packed = read(order);
        assertEquals(ShipmentStatus.PACKED, packed.shipments().get(0).status());
        assertRefused(
                OrderBackend.NOT_ALLOWED,
                () -> backend.changeAddress(customer, order.id(), packed.version(), OFFICE, act()));
        assertEquals(packed, read(order));
    }

    @Test
    void ofSeveralHubsAtOnceOnePasses() {
        String customer = shop.customer("王秀兰");
        Order order = placed(customer);
        List<String> outcomes = Together.run(4, i -> {
            OrderBackend hub = new TrytonOrders(shop.open(Clock.systemUTC(), Map.of()));
            try {
                hub.changeAddress(customer, order.id(), order.version(), OFFICE, act());
                return "made";
            } catch (ConnectorException e) {
                return e.code() == ErrorCode.BUSY ? OrderBackend.STALE : e.code() + " " + e.reason();
            }
        });
        assertEquals(1, outcomes.stream().filter("made"::equals).count(), outcomes::toString);
        assertEquals(
                3,
                outcomes.stream()
                        .filter(each -> each.endsWith(OrderBackend.STALE))
                        .count(),
                outcomes::toString);
    }

    @Test
    void whatTrytonHasNoFieldForIsReadBack() {
        String customer = shop.customer("王秀兰");
        Order order = placed(customer);
        Order changed = backend.changeAddress(customer, order.id(), order.version(), OFFICE, act());
        Address address = changed.shipments().get(0).address().orElseThrow();
        assertEquals(OFFICE, address);
        Order again = placed(customer);
        long before = shop.addresses(customer);
        backend.changeAddress(customer, again.id(), again.version(), OFFICE, act());
        assertEquals(before, shop.addresses(customer));
    }

    @Test
    void aCountryThatTrytonDoesNotHaveIsRefused() {
        String customer = shop.customer("王秀兰");
        Order order = placed(customer);
        Address abroad = Address.builder("Erika", "Hauptstr. 1", "Berlin", "DE").build();
        assertRefused(
                OrderBackend.NOT_ALLOWED,
                () -> backend.changeAddress(customer, order.id(), order.version(), abroad, act()));
        assertEquals(order, read(order));
    }

    @Test
    void whatNobodyHasPaidIsNotBilledEither() {
        String customer = shop.customer("王秀兰");
        long sale = shop.order(customer, Map.of(RealShop.LAMP, 1));
        shop.press(sale, "quote", "confirm");
        Order order = backend.get(customer, Long.toString(sale)).orElseThrow();
        assertEquals(0, order.paid().amount().signum());
        Order cancelled = backend.cancel(customer, order.id(), order.version(), "", act());
        assertEquals(OrderStatus.CANCELLED, cancelled.status());
        Row row = shop.sale(sale);
        assertEquals(Optional.of("sent"), row.text("shipment_state"));
        assertEquals(
                List.of("cancelled"),
                row.rows("invoices").stream()
                        .map(each -> each.text("state").orElse(""))
                        .toList());
        assertFalse(row.text("invoice_state").filter("exception"::equals).isPresent());
    }

    @Test
    void whatWaitsForItsPaymentIsCancelledByItsInvoice() {
        String customer = shop.customer("王秀兰");
        long sale = shop.order(customer, Map.of(RealShop.LAMP, 1), "invoice");
        shop.press(sale, "quote", "confirm");
        Order order = backend.get(customer, Long.toString(sale)).orElseThrow();
        assertEquals(OrderStatus.CONFIRMED, order.status());
        assertEquals(List.of(), order.shipments());
        Order cancelled = backend.cancel(customer, order.id(), order.version(), "", act());
        assertEquals(OrderStatus.CANCELLED, cancelled.status());
        assertEquals(Optional.of("none"), shop.sale(sale).text("invoice_state"));
    }

    @Test
    void whatIsBookedAndNotSentStaysWithTheAccountants() {
        String customer = shop.customer("王秀兰");
        long sale = shop.order(customer, Map.of(RealShop.LAMP, 1), "invoice");
        shop.press(sale, "quote", "confirm");
        shop.tryton()
                .press(
                        "account.invoice",
                        "post",
                        shop.sale(sale).rows("invoices").get(0).id());
        Order order = backend.get(customer, Long.toString(sale)).orElseThrow();
        assertRefused(OrderBackend.NOT_ALLOWED, () -> backend.cancel(customer, order.id(), order.version(), "", act()));
        assertEquals(order, read(order));
    }

    @Test
    void anOfferIsCancelledAsSuch() {
        String customer = shop.customer("王秀兰");
        long sale = shop.order(customer, Map.of(RealShop.LAMP, 1));
        shop.press(sale, "quote");
        Order order = backend.get(customer, Long.toString(sale)).orElseThrow();
        assertEquals(OrderStatus.PLACED, order.status());
        Act act = act();
        backend.cancel(customer, order.id(), order.version(), "", act);
        assertTrue(backend.changed(customer, order.id(), act.correlationId()));
        assertEquals(Optional.of("cancelled"), shop.sale(sale).text("state"));
    }

    @Test
    void anActThatWasCutShortIsTakenToItsEnd() {
        String customer = shop.customer("王秀兰");
        Order order = placed(customer);
        Act act = act();
        // As it stands where the hub died after its first step.
        new Acts(shop.tryton()).note(Long.parseLong(order.id()), "cancel", "", act);
        shop.step(order.number(), "cancel");
        Order half = read(order);
        assertEquals(OrderStatus.CONFIRMED, half.status());
        assertFalse(backend.changed(customer, order.id(), act.correlationId()));
        backend.cancel(customer, order.id(), half.version(), "", act);
        assertTrue(backend.changed(customer, order.id(), act.correlationId()));
        assertEquals(OrderStatus.CANCELLED, read(order).status());
    }

    @Test
    void whatTakesGoodsBackIsNoOrder() {
        String customer = shop.customer("王秀兰");
        Order order = placed(customer);
        List<Long> made =
                shop.tryton().run("sale.return_sale", Map.of(), "return_", Sale.MODEL, Long.parseLong(order.id()));
        assertEquals(1, made.size());
        assertEquals(Optional.empty(), backend.get(customer, Long.toString(made.get(0))));
    }

    @Test
    void goesOnAfterItsSessionHasEnded() {
        String customer = shop.customer("王秀兰");
        backend.findByNumber(customer, "1");
        shop.real.sql("delete from ir_session");
        assertTrue(backend.findByNumber("C-1001", "1").isPresent());
    }

    @Test
    void theDocumentedRightsAreEnough() {
        List<CheckFinding> findings = new TrytonCheck(instance).check(Duration.ofSeconds(20));
        assertEquals(7, findings.size());
        assertTrue(
                findings.stream().allMatch(each -> each.outcome() == CheckFinding.Outcome.RIGHT), findings::toString);
    }

    @Test
    void somebodyWithoutRightsIsToldWhichAreMissing() {
        Instance intern = shop.open(
                Clock.systemUTC(),
                Map.of(
                        "login", shop.real.property("other_login"),
                        ".login.password", shop.real.property("other_password")));
        String faults = new TrytonCheck(intern)
                .check(Duration.ofSeconds(20)).stream()
                        .filter(each -> each.outcome() == CheckFinding.Outcome.FAULT)
                        .map(CheckFinding::en)
                        .toList()
                        .toString();
        for (String group : List.of("group Sales", "group Stock", "group Account")) {
            assertTrue(faults.contains(group), faults);
        }
    }
}
