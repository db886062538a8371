package io.switchboard.ecommerce.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.connector.ErrorCode;
import io.switchboard.connector.Money;
import io.switchboard.connector.testkit.Answer;
import io.switchboard.connector.testkit.Asking;
import io.switchboard.connector.testkit.FakeHub;
import io.switchboard.connector.testkit.Someone;
import io.switchboard.ecommerce.internal.TroubledShop.At;
import io.switchboard.ecommerce.spi.Act;
import io.switchboard.ecommerce.spi.GoodsReturn;
import io.switchboard.ecommerce.spi.ReturnStatus;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Goods are announced once and paid for once, whichever came first: the return or the refund. */
class ReturnsAndRefundsTest {
    private static final Duration SOON = Duration.ofSeconds(11);

    private final Setup setup = new Setup();
    private final AtomicInteger keys = new AtomicInteger();
    private final FakeHub hub = FakeHub.with(setup.clock, setup.connector);

    @AfterEach
    void close() {
        hub.close();
        setup.close();
    }

    private Asking customer() {
        return hub.as(Someone.customer(Setup.CUSTOMER));
    }

    private String cables(int quantity) {
        return ", 'items': [{'itemId': '"
                + setup.order(Setup.ARRIVED).lines().get(1).id() + "', 'quantity': " + quantity + "}]";
    }

    private String open(String items) {
        return customer()
                .key("open-" + keys.incrementAndGet())
                .call(
                        "return.open",
                        "{'order': '" + Setup.ARRIVED + "', 'reason': 'CHANGED_MIND', 'wish': 'REFUND'" + items + "}")
                .json()
                .path("id")
                .asText();
    }

    private Answer withdraw(String returnId) {
        return customer().call("return.withdraw", "{'order': '" + Setup.ARRIVED + "', 'returnId': '" + returnId + "'}");
    }

    private Answer preview(String more) {
        return customer()
                .call("refund.preview", "{'order': '" + Setup.ARRIVED + "', 'reason': 'CHANGED_MIND'" + more + "}");
    }

    private static String of(String returnId) {
        return ", 'returnId': '" + returnId + "'";
    }

    private Answer commit(Answer quote) {
        String id = quote.json().path("quoteId").asText();
        return customer().key(id).call("refund.commit", "{'quoteId': '" + id + "'}");
    }

    private static String status(Answer refund) {
        return refund.json().path("status").asText();
    }

    private List<GoodsReturn> returns() {
        return setup.shop
                .orders()
                .returns(Setup.CUSTOMER, setup.order(Setup.ARRIVED).id());
    }

    @Test
    void refundOfAnnouncedGoodsNamesTheirReturn() {
        String back = open(cables(1));
        assertEquals("ecommerce/return-open", preview(cables(1)).reason());
        JsonNode quote = preview(of(back)).json();
        assertEquals(back, quote.path("returnId").asText());
        assertEquals(1, quote.path("items").size());
        assertEquals("26.91", quote.path("amount").path("amount").asText());
        JsonNode refund = commit(preview(of(back))).json();
        assertEquals("REFUNDED", refund.path("status").asText());
        assertEquals(back, refund.path("returnId").asText());
        assertEquals(1, returns().size());
        assertEquals("ecommerce/already-refunded", preview(of(back)).reason());
        assertEquals("ecommerce/not-of-return", preview(of(back) + cables(1)).reason());
        assertEquals("REFUNDED", status(commit(preview(cables(1)))));
        assertEquals(2, returns().size(), "the other cable comes back by a return of its own");
    }

    @Test
    void whatIsPaidForComesBack() {
        String back = open("");
        assertEquals("REFUNDED", status(commit(preview(of(back) + cables(1)))));
        assertEquals("ecommerce/paid-for", withdraw(back).reason());
        assertEquals(ReturnStatus.ANNOUNCED, returns().get(0).status());
    }

    @Test
    void refundsOwnReturnIsNotWithdrawn() {
        JsonNode refund = commit(preview("")).json();
        assertEquals(
                "ecommerce/paid-for", withdraw(refund.path("returnId").asText()).reason());
    }

    @Test
    void whatWasPaidForPastTheHubIsNotPaidAgain() {
        String back = open(cables(1));
        setup.creditPastTheHub(Setup.ARRIVED, 1, 1, Money.of("29.90", "CNY"));
        assertEquals("ecommerce/not-of-return", preview(of(back) + cables(1)).reason());
        assertEquals("ecommerce/paid-for", withdraw(back).reason());
    }

    @Test
    void moreThanTheReturnHasIsNotPaid() {
        String back = open(cables(1));
        assertEquals("ecommerce/not-of-return", preview(of(back) + cables(2)).reason());
        assertEquals(ErrorCode.NOT_FOUND, preview(of("embedded~999")).code());
        Answer otherReason = customer()
                .call("refund.preview", "{'order': '" + Setup.ARRIVED + "', 'reason': 'NOT_RECEIVED'" + of(back) + "}");
        assertEquals("ecommerce/arrived", otherReason.reason());
    }

    @Test
    void whoAnnouncedInTimeIsPaidLater() {
        String back = open("");
        setup.clock.advance(Duration.ofDays(20));
        assertEquals("ecommerce/too-late", preview("").reason());
        assertEquals("REFUNDED", status(commit(preview(of(back)))));
    }

    @Test
    void withdrawnReturnIsNotPaidFor() {
        String back = open(cables(1));
        Answer quote = preview(of(back));
        withdraw(back).json();
        assertEquals("ecommerce/return-withdrawn", commit(quote).reason());
        assertEquals("ecommerce/return-withdrawn", preview(of(back) + cables(1)).reason());
        assertEquals("REFUNDED", status(commit(preview(cables(1)))));
    }

    @Test
    void quoteForGoodsThatWereAnnouncedMeanwhileIsVoid() {
        Answer quote = preview(cables(1));
        open(cables(1));
        assertEquals("ecommerce/return-open", commit(quote).reason());
        assertEquals(1, returns().size());
    }

    @Test
    void nothingIsAnnouncedWhileARefundIsUnfinished() {
        setup.orders.fail(At.BEFORE_CREDIT, ErrorCode.BUSY);
        assertEquals("IN_PROGRESS", status(commit(preview(cables(1)))));
        Answer more = customer()
                .key("more")
                .call("return.open", "{'order': '" + Setup.ARRIVED + "', 'reason': 'DAMAGED', 'wish': 'EXCHANGE'}");
        assertEquals("ecommerce/unfinished", more.reason());
        String own = returns().get(0).id();
        assertEquals("ecommerce/unfinished", withdraw("embedded~" + own).reason());
        setup.orders.calm();
        setup.goOn(SOON);
        assertEquals(1, returns().size());
    }

    @Test
    void refusedRefundLeavesTheReturnThatWasThereBefore() {
        String back = open(cables(1));
        setup.orders.fail(At.BEFORE_CREDIT, ErrorCode.CONFLICT);
        assertEquals("ecommerce/refused", commit(preview(of(back))).reason());
        assertEquals(ReturnStatus.ANNOUNCED, returns().get(0).status());
        setup.orders.calm();
        assertEquals("REFUNDED", status(commit(preview(of(back)))));
    }

    @Test
    void returnThatTheShopCalledOffMeanwhileIsNotPaidFor() {
        String back = open(cables(1));
        setup.orders.fail(At.BEFORE_CREDIT, ErrorCode.BUSY);
        Answer quote = preview(of(back));
        assertEquals("IN_PROGRESS", status(commit(quote)));
        setup.orders.calm();
        GoodsReturn made = returns().get(0);
        setup.shop
                .orders()
                .withdrawReturn(
                        Setup.CUSTOMER, made.orderId(), made.id(), new Act("byhand", "desk", Optional.of("alice")));
        setup.goOn(SOON);
        assertEquals(0, setup.order(Setup.ARRIVED).refunded().amount().signum());
        assertTrue(setup.told().stream().anyMatch(each -> each.contains("IN_PROGRESS NOT_DONE")));
    }
}
