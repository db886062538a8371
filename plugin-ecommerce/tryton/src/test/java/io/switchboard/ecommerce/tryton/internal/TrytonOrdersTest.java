package io.switchboard.ecommerce.tryton.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ErrorCode;
import io.switchboard.connector.Money;
import io.switchboard.ecommerce.spi.Act;
import io.switchboard.ecommerce.spi.Address;
import io.switchboard.ecommerce.spi.Order;
import io.switchboard.ecommerce.spi.OrderBackend;
import io.switchboard.ecommerce.spi.OrderStatus;
import io.switchboard.tryton.fake.FakeAnswer;
import io.switchboard.tryton.fake.ManualClock;
import io.switchboard.tryton.fake.SocketWire;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a real Tryton does only at a bad moment. */
class TrytonOrdersTest {
    private static final Address OFFICE =
            Address.builder("王秀兰", "世纪大道 100 号", "上海市", "CN").build();
    private static final Act ACT = new Act("a1", "tests", Optional.empty());
    private static final String SHIPMENT = "stock.shipment.out";

    private FakeShop shop;
    private OrderBackend backend;
    private long sale;

    @BeforeEach
    void open() throws Exception {
        shop = new FakeShop();
        long party = shop.addParty("C-1", "王秀兰");
        sale = shop.addSale(party, shop.addAddress(party), "waiting");
        shop.addParty("C-2", "赵建国");
        backend =
                new TrytonOrders(TestInstance.open(new SocketWire(shop.tryton.address()), new ManualClock(), Map.of()));
    }

    @AfterEach
    void close() {
        shop.close();
    }

    private Order order() {
        return backend.get("C-1", Long.toString(sale)).orElseThrow();
    }

    private Order change(String version) {
        return backend.changeAddress("C-1", Long.toString(sale), version, OFFICE, ACT);
    }

    private boolean changed() {
        return backend.changed("C-1", Long.toString(sale), ACT.correlationId());
    }

    private static ConnectorException failure(Supplier<Order> call) {
        return assertThrows(ConnectorException.class, call::get);
    }

    private String destination() {
        return shop.models.field(SHIPMENT, 1, "delivery_address").asText();
    }

    @Test
    void readsAnOrder() {
        Order order = order();
        assertEquals("17", order.number());
        assertEquals(OrderStatus.CONFIRMED, order.status());
        assertEquals(Money.of("675.74", "CNY"), order.total());
        assertEquals(Money.of("500.00", "CNY"), order.paid());
        assertEquals(order.total(), order.lines().get(0).total());
        assertEquals(2, order.lines().get(0).quantity());
        assertEquals(order, backend.findByNumber("C-1", "17").orElseThrow());
    }

    @Test
    void aRowOfSomebodyElseIsNotShown() {
        order();
        // As where a condition was not understood, and everybody's sales come.
        shop.tryton.answerNext(FakeAnswer.json(
                "{\"id\":1,\"result\":[{\"id\":1,\"party.\":{\"code\":\"C-9\",\"name\":\"5\",\"id\":2}}]}"));
        assertTrue(backend.get("C-1", Long.toString(sale)).isEmpty());
    }

    @Test
    void aChangeWhoseAnswerWasLostIsTakenUpAndNotDoubled() {
        Order before = order();
        shop.tryton.afterNext("model.stock.shipment.out.write", FakeAnswer.page(500, "gone"));
        ConnectorException failure = failure(() -> change(before.version()));
        assertFalse(failure.code().unchanged(), failure.code().name());
        assertFalse(changed());
        Order half = order();
        assertNotEquals(before.version(), half.version());
        assertEquals(OrderBackend.STALE, failure(() -> change(before.version())).reason());
        change(half.version());
        assertTrue(changed());
        assertEquals("2", destination());
        assertEquals(
                "2", shop.models.field("sale.sale", sale, "shipment_address").asText());
        assertEquals(2, shop.models.count("party.address"));
        assertEquals(1, shop.models.count("ir.note"));
    }

    @Test
    void aNoteWhoseAnswerWasLostIsFound() {
        Order before = order();
        shop.tryton.afterNext("model.ir.note.create", FakeAnswer.page(500, "gone"));
        assertFalse(failure(() -> change(before.version())).code().unchanged());
        assertTrue(changed());
        assertEquals(order(), change(before.version()));
        assertEquals(1, shop.models.count("ir.note"));
    }

    @Test
    void aShipmentThatIsPackedInThatMomentKeepsItsAddress() {
        Order before = order();
        shop.tryton.beforeNext("model.stock.shipment.out.write", () -> shop.models.set(SHIPMENT, 1, "state", "packed"));
        assertEquals(OrderBackend.STALE, failure(() -> change(before.version())).reason());
        assertEquals("1", destination());
        assertEquals(
                OrderBackend.NOT_ALLOWED,
                failure(() -> change(order().version())).reason());
        assertFalse(changed());
    }

    @Test
    void aSaleThatTrytonItselfChangesMeanwhileGetsItsAddressToo() {
        Order before = order();
        shop.tryton.beforeNext(
                "model.sale.sale.write", () -> shop.models.set("sale.sale", sale, "shipment_state", "sent"));
        change(before.version());
        assertEquals(
                "2", shop.models.field("sale.sale", sale, "shipment_address").asText());
        assertTrue(changed());
    }

    @Test
    void aRightThatIsMissingChangesNothing() {
        Order before = order();
        shop.tryton.refuse("model.stock.shipment.out.write");
        ConnectorException failure = failure(() -> change(before.version()));
        assertEquals(ErrorCode.CONFLICT, failure.code());
        assertEquals(OrderBackend.NOT_ALLOWED, failure.reason());
        assertEquals(before, order());
    }

    @Test
    void aButtonThatDoesNothingCancelsNothing() {
        shop.models.set("sale.sale", sale, "state", "quotation");
        Order before = order();
        assertEquals(OrderStatus.PLACED, before.status());
        // As Tryton answers where the state does not allow it.
        shop.tryton.button("model.sale.sale.cancel", id -> {});
        ConnectorException failure =
                failure(() -> backend.cancel("C-1", Long.toString(sale), before.version(), "", ACT));
        assertEquals(OrderBackend.NOT_ALLOWED, failure.reason());
        assertFalse(changed());
        shop.tryton.button("model.sale.sale.cancel", id -> shop.models.set("sale.sale", sale, "state", "cancelled"));
        Order cancelled = backend.cancel("C-1", Long.toString(sale), before.version(), "", ACT);
        assertEquals(OrderStatus.CANCELLED, cancelled.status());
        assertTrue(changed());
        assertEquals(1, shop.models.count("ir.note"));
    }
}
