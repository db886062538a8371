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
import io.switchboard.ecommerce.spi.ReturnStatus;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A person says what came of refunds that could neither be finished nor taken back, and the order is free again. */
class RefundsWithAPersonTest {
    private static final Duration SETTLED = Duration.ofSeconds(11);
    private static final Duration PATIENCE = Duration.ofMinutes(31);

    private final Setup setup = new Setup();
    private final FakeHub hub = FakeHub.with(setup.clock, setup.connector);
    private String stuck = "";

    @BeforeEach
    void offer() {
        stuck = quote("DAMAGED");
    }

    @AfterEach
    void close() {
        hub.close();
        setup.close();
    }

    private Asking customer() {
        return hub.as(Someone.customer(Setup.CUSTOMER));
    }

    private Asking staff() {
        return hub.as(Someone.staff());
    }

    private String quote(String reason) {
        return customer()
                .call("refund.preview", "{'order': '" + Setup.ARRIVED + "', 'reason': '" + reason + "'}")
                .json()
                .path("quoteId")
                .asText();
    }

    private Answer commit(String quote) {
        return customer().key(quote).call("refund.commit", "{'quoteId': '" + quote + "'}");
    }

    private String status() {
        return customer()
                .call("refund.get", "{'refundId': '" + stuck + "'}")
                .json()
                .path("status")
                .asText();
    }

    private Answer settle(String key, String outcome) {
        return staff().key(key).call("refund.settle", "{'refundId': '" + stuck + "', 'outcome': '" + outcome + "'}");
    }

    private Answer settleAsPaid(String key, String note) {
        return staff().key(key)
                .call(
                        "refund.settle",
                        "{'refundId': '" + stuck + "', 'outcome': 'PAID', 'creditNote': '" + note + "'}");
    }

    private JsonNode waiting() {
        return staff().call("refund.waiting.list", "{}").json().path("items");
    }

    /** The credit was asked for, and whether it was made nobody can say. */
    private void stickInCredit(At at) {
        setup.orders.fail(at, ErrorCode.OUTCOME_UNKNOWN);
        commit(stuck).json();
        setup.orders.fail(At.PROBES, ErrorCode.BACKEND_UNREACHABLE);
        setup.goOn(PATIENCE);
        setup.orders.calm();
        assertEquals("WITH_A_PERSON", status());
    }

    /** The credit was refused, and so was taking the return back. */
    private void stickInWithdrawal() {
        setup.orders.fail(At.BEFORE_CREDIT, ErrorCode.CONFLICT);
        setup.orders.fail(At.BEFORE_WITHDRAWAL, ErrorCode.CONFLICT);
        commit(stuck).json();
        setup.orders.calm();
        assertEquals("WITH_A_PERSON", status());
    }

    private void assertPaidBackOnce() {
        assertEquals("REFUNDED", status());
        assertEquals(
                setup.order(Setup.ARRIVED).paid(), setup.order(Setup.ARRIVED).refunded());
        assertEquals(0, waiting().size());
    }

    @Test
    void whoWaitsIsListedForStaffAlone() {
        assertEquals(0, waiting().size());
        stickInCredit(At.AFTER_CREDIT);
        JsonNode one = waiting().path(0);
        assertEquals(stuck, one.path("refund").path("refundId").asText());
        assertEquals(Setup.CUSTOMER, one.path("refund").path("customerId").asText());
        assertTrue(one.path("refund").path("ticketId").asText().startsWith("embedded~"));
        assertTrue(one.path("perhapsPaid").asBoolean());
        assertEquals("2026-01-31T12:31:00Z", one.path("since").asText());
        assertEquals(
                ErrorCode.FORBIDDEN,
                customer().call("refund.waiting.list", "{}").code());
        assertEquals(
                ErrorCode.FORBIDDEN,
                customer()
                        .key("k")
                        .call("refund.settle", "{'refundId': '" + stuck + "', 'outcome': 'ABANDONED'}")
                        .code());
    }

    @Test
    void moneyThatWentBackIsNotDenied() {
        stickInCredit(At.AFTER_CREDIT);
        assertEquals("ecommerce/was-paid", settle("no", "ABANDONED").reason());
        String note = setup.creditNote(Setup.ARRIVED);
        Answer settled = settleAsPaid("yes", note);
        assertEquals("REFUNDED", settled.json().path("status").asText());
        assertEquals(note, settled.json().path("creditNote").asText());
        assertTrue(settleAsPaid("yes", note).replayed());
        assertPaidBackOnce();
        assertEquals("ecommerce/not-waiting", settleAsPaid("again", note).reason());
    }

    @Test
    void moneyThatWasGivenBackByHandIsLookedUp() {
        stickInCredit(At.BEFORE_CREDIT);
        assertEquals(ErrorCode.INVALID_ARGUMENTS, settle("none", "PAID").code());
        assertEquals(
                ErrorCode.NOT_FOUND, settleAsPaid("invented", "embedded~77").code());
        assertEquals(ErrorCode.NOT_FOUND, settleAsPaid("elsewhere", "tryton~1").code());
        setup.payBackPastTheHub(Setup.ARRIVED);
        assertEquals(
                "REFUNDED",
                settleAsPaid("found", setup.creditNote(Setup.ARRIVED))
                        .json()
                        .path("status")
                        .asText());
        assertPaidBackOnce();
        assertEquals(
                "ecommerce/already-refunded",
                customer()
                        .call("refund.preview", "{'order': '" + Setup.ARRIVED + "', 'reason': 'DAMAGED'}")
                        .reason());
    }

    @Test
    void creditNoteOfAnotherAmountIsNotBelieved() {
        stickInCredit(At.BEFORE_CREDIT);
        setup.creditPastTheHub(Setup.ARRIVED, 1, 2, Money.of("59.80", "CNY"));
        assertEquals(
                "ecommerce/other-amount",
                settleAsPaid("less", setup.creditNote(Setup.ARRIVED)).reason());
        assertEquals("WITH_A_PERSON", status());
    }

    @Test
    void whatIsAbandonedFreesTheOrder() {
        stickInCredit(At.BEFORE_CREDIT);
        String next = quote("DAMAGED");
        assertEquals("ecommerce/unfinished", commit(next).reason());
        assertEquals(
                "NOT_DONE", settle("off", "ABANDONED").json().path("status").asText());
        assertEquals(0, waiting().size());
        assertEquals(0, setup.order(Setup.ARRIVED).refunded().amount().signum());
        assertTrue(setup.told().stream().anyMatch(each -> each.contains(stuck + " ") && each.contains("NOT_DONE")));
        assertEquals(
                "ecommerce/return-open",
                customer()
                        .key("later")
                        .call("refund.commit", "{'quoteId': '" + next + "'}")
                        .reason());
        String own = setup.shop
                .orders()
                .returns(Setup.CUSTOMER, setup.order(Setup.ARRIVED).id())
                .get(0)
                .id();
        stuck = customer()
                .call(
                        "refund.preview",
                        "{'order': '" + Setup.ARRIVED + "', 'reason': 'DAMAGED', 'returnId': 'embedded~" + own + "'}")
                .json()
                .path("quoteId")
                .asText();
        commit(stuck).json();
        assertPaidBackOnce();
    }

    @Test
    void refundGoesOnWhenWhatWasInTheWayIsGone() {
        stickInCredit(At.BEFORE_CREDIT);
        assertEquals("REFUNDED", settle("on", "TRY_AGAIN").json().path("status").asText());
        assertPaidBackOnce();
    }

    @Test
    void moneyThatHadGoneBackIsFoundWhenItGoesOn() {
        stickInCredit(At.AFTER_CREDIT);
        assertEquals("REFUNDED", settle("on", "TRY_AGAIN").json().path("status").asText());
        assertPaidBackOnce();
    }

    @Test
    void withdrawalThatWasRefusedLeadsToTheCreditAgain() {
        stickInWithdrawal();
        assertEquals("REFUNDED", settle("on", "TRY_AGAIN").json().path("status").asText());
        assertPaidBackOnce();
        assertEquals(
                ReturnStatus.ANNOUNCED,
                setup.shop
                        .orders()
                        .returns(Setup.CUSTOMER, setup.order(Setup.ARRIVED).id())
                        .get(0)
                        .status());
    }

    @Test
    void returnThatWasPerhapsTakenBackIsNotPaidFor() {
        setup.orders.fail(At.BEFORE_CREDIT, ErrorCode.CONFLICT);
        setup.orders.fail(At.BEFORE_WITHDRAWAL, ErrorCode.OUTCOME_UNKNOWN);
        commit(stuck).json();
        setup.goOn(PATIENCE);
        assertEquals("WITH_A_PERSON", status());
        setup.orders.calm();
        assertEquals(
                "IN_PROGRESS", settle("on", "TRY_AGAIN").json().path("status").asText());
        setup.goOn(SETTLED);
        assertEquals("NOT_DONE", status());
        assertEquals(0, setup.order(Setup.ARRIVED).refunded().amount().signum());
    }

    @Test
    void stuckAgainItWaitsAgain() {
        stickInWithdrawal();
        setup.orders.fail(At.BEFORE_CREDIT, ErrorCode.CONFLICT);
        setup.orders.fail(At.BEFORE_WITHDRAWAL, ErrorCode.CONFLICT);
        assertEquals(
                "WITH_A_PERSON", settle("on", "TRY_AGAIN").json().path("status").asText());
        assertEquals(1, waiting().size());
        assertEquals(1, setup.desk.tickets().size(), "the same ticket stands for it");
    }

    @Test
    void shopThatIsAwayIsNotGuessedAt() {
        stickInCredit(At.BEFORE_CREDIT);
        setup.orders.fail(At.PROBES, ErrorCode.BACKEND_UNREACHABLE);
        assertEquals(ErrorCode.BACKEND_UNREACHABLE, settle("off", "ABANDONED").code());
        assertEquals("WITH_A_PERSON", status());
    }

    @Test
    void refundThatDoesNotWaitIsLeftAlone() {
        assertEquals("ecommerce/not-waiting", settle("early", "ABANDONED").reason());
        commit(stuck).json();
        assertEquals("ecommerce/not-waiting", settle("late", "ABANDONED").reason());
        assertPaidBackOnce();
        assertEquals(
                ErrorCode.NOT_FOUND,
                staff().key("none")
                        .call("refund.settle", "{'refundId': 'none', 'outcome': 'ABANDONED'}")
                        .code());
    }
}
