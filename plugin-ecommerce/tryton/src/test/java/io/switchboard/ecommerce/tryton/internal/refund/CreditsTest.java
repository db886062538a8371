package io.switchboard.ecommerce.tryton.internal.refund;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ErrorCode;
import io.switchboard.connector.Money;
import io.switchboard.ecommerce.spi.Act;
import io.switchboard.ecommerce.spi.CreditNote;
import io.switchboard.ecommerce.spi.LineQuantity;
import io.switchboard.ecommerce.spi.NewCredit;
import io.switchboard.ecommerce.spi.OrderBackend;
import io.switchboard.tryton.fake.FakeAnswer;
import io.switchboard.tryton.fake.FakeFault;
import io.switchboard.tryton.fake.FakeValues;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CreditsTest {
    private static final String WRITE_SALE = "model.sale.sale.write";
    private static final String WRITE_NOTE = "model.account.invoice.write";
    private static final String POST = "model.account.invoice.post";
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
    void sameActGivesTheSameNote() {
        CreditNote made = credit("a", 1, "113.00", "0");
        assertEquals(made, credit("a", 1, "113.00", "0"));
        assertEquals(List.of("posted -113.00"), shop.notes());
        assertEquals(new BigDecimal("113.00"), made.amount().amount());
        assertEquals(Optional.of(made), find("a"));
        assertEquals(Optional.of(made), named(made.id()));
        assertEquals(Optional.empty(), named(made.id() + "0"));
        GivenBack back = shop.givenBack();
        assertEquals(new BigDecimal("113.00"), back.amount());
        assertEquals(1, back.refunded().get(Long.parseLong(shop.lineId())));
    }

    @Test
    void feeIsTakenOffAndTheLastCentRounded() {
        credit("a", 1, "101.69", "11.30");
        assertEquals(List.of("posted -101.69"), shop.notes());
    }

    @Test
    void whereverTheAnswerIsLostTheNextAttemptFinishes() throws Exception {
        for (String method : List.of(WRITE_SALE, WRITE_NOTE, POST)) {
            shop.close();
            shop = new FakeRefundShop();
            shop.tryton.afterNext(method, CUT);
            assertEquals(ErrorCode.OUTCOME_UNKNOWN, failure("a", 1, "113.00").code(), method);
            credit("a", 1, "113.00", "0");
            assertEquals(List.of("posted -113.00"), shop.notes(), method);
        }
    }

    @Test
    void draftIsNoCredit() {
        shop.tryton.afterNext(WRITE_NOTE, CUT);
        assertEquals(ErrorCode.OUTCOME_UNKNOWN, failure("a", 1, "113.00").code());
        assertEquals(List.of("draft -113.00"), shop.notes());
        assertEquals(Optional.empty(), find("a"));
        assertEquals(BigDecimal.ZERO, shop.givenBack().amount());
        // Another act sees it coming all the same.
        assertNotAllowed(failure("b", 2, "226.00"));
    }

    @Test
    void saleThatSomebodyWritesToMeanwhileIsReadAgain() {
        shop.tryton.beforeNext(
                WRITE_SALE, () -> shop.models.set("sale.sale", Long.parseLong(shop.orderId()), "reference", "changed"));
        credit("a", 1, "113.00", "0");
        assertEquals(List.of("posted -113.00"), shop.notes());
    }

    @Test
    void whatOthersCreditMeanwhileIsSeen() {
        Credits other = shop.credits();
        shop.tryton.beforeNext(
                WRITE_SALE,
                () -> other.credit(FakeRefundShop.CUSTOMER, shop.orderId(), wanted(2, "226.00", "0"), act("b")));
        assertNotAllowed(failure("a", 1, "113.00"));
        assertEquals(List.of("posted -226.00"), shop.notes());
    }

    @Test
    void crowdAtTheNextNumberIsWaitedFor() {
        AtomicInteger crowd = new AtomicInteger(2);
        shop.tryton.button(POST, id -> {
            if (crowd.getAndDecrement() > 0) {
                throw new FakeFault("could not obtain lock on row in relation \"ir_sequence_strict\"\n");
            }
            shop.models.set("account.invoice", id, "state", "posted");
        });
        credit("a", 1, "113.00", "0");
        assertEquals(List.of("posted -113.00"), shop.notes());
    }

    @Test
    void buttonThatDoesNothingIsNoticed() {
        shop.tryton.button(POST, id -> {});
        assertNotAllowed(failure("a", 1, "113.00"));
        assertEquals(List.of("cancelled -113.00"), shop.notes());
    }

    @Test
    void noteThatMayNotBePostedIsCalledOff() {
        shop.tryton.refuse(POST);
        assertNotAllowed(failure("a", 1, "113.00"));
        assertEquals(List.of("cancelled -113.00"), shop.notes());
    }

    @Test
    void noteThatCanBeNeitherPostedNorCalledOffIsUnknown() {
        shop.tryton.refuse(POST);
        shop.tryton.refuse("model.account.invoice.cancel");
        assertEquals(ErrorCode.OUTCOME_UNKNOWN, failure("a", 1, "113.00").code());
        assertEquals(List.of("draft -113.00"), shop.notes());
    }

    @Test
    void amountThatNoRoundingExplainsIsRefused() {
        assertNotAllowed(failure("a", 1, "112.00"));
        assertEquals(List.of("cancelled -113.00"), shop.notes());
    }

    @Test
    void neitherMoreThanWasChargedNorThanWasPaid() {
        assertNotAllowed(failure("a", 3, "339.00"));
        shop.models.set("account.invoice", shop.invoice, "amount_to_pay", FakeValues.decimal("200.00"));
        assertNotAllowed(failure("a", 1, "113.00"));
        shop.models.set("account.invoice", shop.invoice, "state", "draft");
        assertNotAllowed(failure("a", 1, "113.00"));
        assertEquals(List.of(), shop.notes());
    }

    @Test
    void anothersSaleIsNone() {
        ConnectorException e = assertThrows(
                ConnectorException.class,
                () -> shop.credits()
                        .credit(FakeRefundShop.STRANGER, shop.orderId(), wanted(1, "113.00", "0"), act("a")));
        assertEquals(ErrorCode.NOT_FOUND, e.code());
        assertEquals(List.of(), shop.notes());
    }

    private CreditNote credit(String act, int pieces, String amount, String fee) {
        return shop.credits().credit(FakeRefundShop.CUSTOMER, shop.orderId(), wanted(pieces, amount, fee), act(act));
    }

    private ConnectorException failure(String act, int pieces, String amount) {
        return assertThrows(ConnectorException.class, () -> credit(act, pieces, amount, "0"));
    }

    private Optional<CreditNote> find(String act) {
        return shop.credits().find(FakeRefundShop.CUSTOMER, shop.orderId(), act);
    }

    private Optional<CreditNote> named(String id) {
        return shop.credits().named(FakeRefundShop.CUSTOMER, shop.orderId(), id);
    }

    private NewCredit wanted(int pieces, String amount, String fee) {
        return new NewCredit(
                List.of(new LineQuantity(shop.lineId(), pieces)),
                new Money(new BigDecimal(amount), "CNY"),
                new Money(new BigDecimal(fee), "CNY"),
                "DAMAGED",
                Optional.empty());
    }

    private static Act act(String name) {
        return new Act(name, "tests", Optional.empty());
    }

    private static void assertNotAllowed(ConnectorException failure) {
        assertEquals(ErrorCode.CONFLICT, failure.code());
        assertEquals(OrderBackend.NOT_ALLOWED, failure.reason());
    }
}
