package io.switchboard.ecommerce.tryton.internal.refund;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ErrorCode;
import io.switchboard.ecommerce.spi.Act;
import io.switchboard.ecommerce.spi.GoodsReturn;
import io.switchboard.ecommerce.spi.LineQuantity;
import io.switchboard.ecommerce.spi.NewReturn;
import io.switchboard.ecommerce.spi.OrderBackend;
import io.switchboard.ecommerce.spi.ReturnStatus;
import io.switchboard.tryton.fake.FakeAnswer;
import io.switchboard.tryton.fake.FakeFault;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReturnsTest {
    private static final FakeAnswer CUT =
            FakeAnswer.error(new FakeFault("server closed the connection unexpectedly\n"));

    private FakeRefundShop shop;

    @BeforeEach
    void open() throws Exception {
        shop = new FakeRefundShop();
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void sameActGivesTheSameReturn() {
        GoodsReturn made = announce("a", 1);
        assertEquals(made, announce("a", 1));
        assertEquals(ReturnStatus.ANNOUNCED, made.status());
        assertEquals(List.of(new LineQuantity(shop.lineId(), 1)), made.lines());
        assertEquals(List.of(made), shop.returns().list(FakeRefundShop.CUSTOMER, shop.orderId()));
        assertEquals(1, shop.givenBack().returning().get(Long.parseLong(shop.lineId())));
        assertEquals(
                "manual",
                shop.models
                        .field("sale.sale", Long.parseLong(made.id()), "invoice_method")
                        .asText());
    }

    @Test
    void whereverTheAnswerIsLostTheNextAttemptFinishes() throws Exception {
        for (String method : List.of("model.sale.sale.create", "model.sale.sale.write", "model.sale.sale.quote")) {
            shop.close();
            shop = new FakeRefundShop();
            shop.tryton.afterNext(method, CUT);
            assertEquals(
                    ErrorCode.OUTCOME_UNKNOWN,
                    assertThrows(ConnectorException.class, () -> announce("a", 1))
                            .code(),
                    method);
            announce("a", 1);
            assertEquals(List.of("quotation"), shop.returnStates(), method);
        }
    }

    @Test
    void draftIsNoReturn() {
        shop.tryton.afterNext("model.sale.sale.create", CUT);
        assertThrows(ConnectorException.class, () -> announce("a", 1));
        assertEquals(Optional.empty(), shop.returns().find(FakeRefundShop.CUSTOMER, shop.orderId(), "a"));
        assertEquals(List.of(), shop.returns().list(FakeRefundShop.CUSTOMER, shop.orderId()));
        assertEquals(0, shop.givenBack().returning().get(Long.parseLong(shop.lineId())));
    }

    @Test
    void ofTwoAtOnceOneIsClearedAway() {
        Returns other = shop.returns();
        shop.tryton.beforeNext("model.sale.sale.write", () -> {
            // The other one finds the draft that is there, and is quicker.
            other.open(FakeRefundShop.CUSTOMER, shop.orderId(), wanted(1), act("a"));
        });
        announce("a", 1);
        assertEquals(List.of("quotation"), shop.returnStates());
    }

    @Test
    void noMoreThanWasSold() {
        announce("a", 1);
        assertNotAllowed(() -> announce("b", 2));
        announce("b", 1);
        assertEquals(List.of("quotation", "quotation"), shop.returnStates());
    }

    @Test
    void calledOffForGoodUnlessItIsTooLate() {
        GoodsReturn made = announce("a", 2);
        assertEquals(ReturnStatus.WITHDRAWN, withdraw(made.id()).status());
        assertEquals(ReturnStatus.WITHDRAWN, withdraw(made.id()).status());
        GoodsReturn again = announce("b", 2);
        shop.models.set("sale.sale", Long.parseLong(again.id()), "state", "processing");
        assertNotAllowed(() -> withdraw(again.id()));
        shop.models.set("sale.sale", Long.parseLong(again.id()), "shipment_state", "sent");
        assertNotAllowed(() -> withdraw(again.id()));
        assertEquals(
                ErrorCode.NOT_FOUND,
                assertThrows(ConnectorException.class, () -> withdraw("4711")).code());
    }

    @Test
    void returnThatMayNotBeAnnouncedIsNotLeftBehind() {
        shop.tryton.button("model.sale.sale.quote", id -> {
            throw FakeFault.user("An address is missing.");
        });
        shop.tryton.button("model.sale.sale.cancel", id -> shop.models.set("sale.sale", id, "state", "cancelled"));
        assertNotAllowed(() -> announce("a", 1));
        assertEquals(List.of("cancelled"), shop.returnStates());
    }

    private GoodsReturn announce(String act, int pieces) {
        return shop.returns().open(FakeRefundShop.CUSTOMER, shop.orderId(), wanted(pieces), act(act));
    }

    private GoodsReturn withdraw(String id) {
        return shop.returns().withdraw(FakeRefundShop.CUSTOMER, shop.orderId(), id);
    }

    private NewReturn wanted(int pieces) {
        return new NewReturn(List.of(new LineQuantity(shop.lineId(), pieces)), "DAMAGED");
    }

    private static Act act(String name) {
        return new Act(name, "tests", Optional.empty());
    }

    private static void assertNotAllowed(Runnable call) {
        ConnectorException e = assertThrows(ConnectorException.class, call::run);
        assertEquals(ErrorCode.CONFLICT, e.code());
        assertEquals(OrderBackend.NOT_ALLOWED, e.reason());
    }
}
