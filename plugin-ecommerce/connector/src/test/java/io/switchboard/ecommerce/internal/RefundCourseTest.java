package io.switchboard.ecommerce.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.connector.ErrorCode;
import io.switchboard.connector.testkit.Answer;
import io.switchboard.connector.testkit.Asking;
import io.switchboard.connector.testkit.FakeHub;
import io.switchboard.connector.testkit.Someone;
import io.switchboard.ecommerce.internal.TroubledShop.At;
import io.switchboard.ecommerce.spi.GoodsReturn;
import io.switchboard.ecommerce.spi.ReturnStatus;
import io.switchboard.ticket.spi.DeskTicket;
import io.switchboard.ticket.spi.Priority;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Refunds with which something goes wrong: they end whole, undone, or with a person; and never with two credit notes. */
class RefundCourseTest {
    private static final Duration SOON = Duration.ofSeconds(11);
    private static final Duration PATIENCE = Duration.ofMinutes(31);

    private final Setup setup = new Setup();
    private final FakeHub hub = FakeHub.with(setup.clock, setup.connector);
    private String quote = "";

    @BeforeEach
    void offer() {
        quote = customer()
                .call("refund.preview", "{'order': '" + Setup.ARRIVED + "', 'reason': 'DAMAGED'}")
                .json()
                .path("quoteId")
                .asText();
    }

    @AfterEach
    void close() {
        hub.close();
        setup.close();
    }

    private Asking customer() {
        return hub.as(Someone.customer(Setup.CUSTOMER));
    }

    private Answer commit() {
        return customer().key("k").call("refund.commit", "{'quoteId': '" + quote + "'}");
    }

    private JsonNode refund() {
        return customer().call("refund.get", "{'refundId': '" + quote + "'}").json();
    }

    private String status() {
        return refund().path("status").asText();
    }

    private List<GoodsReturn> returns() {
        return setup.shop
                .orders()
                .returns(Setup.CUSTOMER, setup.order(Setup.ARRIVED).id());
    }

    /** Paid back whole, by one credit note: the shop would have refused a second, and its order says what the one was. */
    private void assertPaidBackOnce() {
        assertEquals("REFUNDED", status());
        assertEquals(
                setup.order(Setup.ARRIVED).paid(), setup.order(Setup.ARRIVED).refunded());
        assertEquals(1, returns().size());
        assertEquals(ReturnStatus.ANNOUNCED, returns().get(0).status());
        assertEquals(1, setup.desk.tickets().size());
        assertEquals(Priority.NORMAL, setup.desk.tickets().get(0).least());
    }

    private void assertNothingPaidBack() {
        assertEquals(0, setup.order(Setup.ARRIVED).refunded().amount().signum());
    }

    @Test
    void answersThatAreLostAreFoundByTheirProbes() {
        setup.orders.fail(At.AFTER_RETURN, ErrorCode.OUTCOME_UNKNOWN);
        assertEquals("IN_PROGRESS", commit().json().path("status").asText());
        setup.orders.calm();
        setup.orders.fail(At.AFTER_CREDIT, ErrorCode.BACKEND_FAILED);
        setup.goOn(SOON);
        assertEquals("IN_PROGRESS", status());
        setup.orders.calm();
        setup.goOn(SOON);
        assertPaidBackOnce();
    }

    /** What was told of the refund: from where to where. */
    private List<String> told() {
        String mine = "ecommerce.v1.refund.status.changed " + Setup.CUSTOMER + " " + quote + " ";
        return setup.told().stream()
                .filter(each -> each.startsWith(mine))
                .map(each -> each.split(" ", -1))
                .map(words -> words[5] + " " + words[6])
                .toList();
    }

    @Test
    void customerIsToldOnceWhereTheRefundStands() {
        setup.orders.fail(At.AFTER_CREDIT, ErrorCode.OUTCOME_UNKNOWN);
        assertEquals(List.of(), told());
        commit().json();
        assertEquals(List.of("OFFERED IN_PROGRESS"), told());
        setup.orders.calm();
        setup.goOn(SOON);
        assertEquals(List.of("OFFERED IN_PROGRESS", "IN_PROGRESS REFUNDED"), told());
    }

    @Test
    void shopThatIsAwayIsWaitedFor() {
        setup.orders.fail(At.BEFORE_CREDIT, ErrorCode.BACKEND_UNREACHABLE);
        assertEquals("IN_PROGRESS", commit().json().path("status").asText());
        setup.goOn(SOON);
        assertEquals("IN_PROGRESS", status());
        setup.orders.calm();
        setup.goOn(SOON);
        assertPaidBackOnce();
    }

    @Test
    void anotherHubGoesOnAfterARestart() {
        setup.orders.fail(At.AFTER_CREDIT, ErrorCode.OUTCOME_UNKNOWN);
        commit().json();
        setup.restart();
        setup.orders.calm();
        setup.goOn(SOON);
        assertPaidBackOnce();
    }

    @Test
    void oneNodeAloneGoesOn() {
        setup.orders.fail(At.BEFORE_CREDIT, ErrorCode.BUSY);
        commit().json();
        setup.orders.calm();
        setup.leases.take("refund." + quote);
        setup.goOn(SOON);
        assertEquals("IN_PROGRESS", status());
        setup.leases.giveBack("refund." + quote);
        setup.goOn(SOON);
        assertPaidBackOnce();
    }

    @Test
    void unknownStepIsNotTakenAgainBeforeItIsSettled() {
        setup.orders.fail(At.BEFORE_CREDIT, ErrorCode.OUTCOME_UNKNOWN);
        commit().json();
        setup.orders.calm();
        setup.goOn(Duration.ofSeconds(5));
        assertNothingPaidBack();
        setup.goOn(SOON);
        assertPaidBackOnce();
    }

    @Test
    void refusedCreditTakesTheReturnBack() {
        setup.orders.fail(At.BEFORE_CREDIT, ErrorCode.CONFLICT);
        assertEquals("ecommerce/refused", commit().reason());
        assertEquals("NOT_DONE", status());
        assertEquals(List.of("OFFERED IN_PROGRESS", "IN_PROGRESS NOT_DONE"), told());
        assertEquals(ReturnStatus.WITHDRAWN, returns().get(0).status());
        assertNothingPaidBack();
        assertTrue(commit().replayed());
        setup.orders.calm();
        assertEquals(
                "REFUNDED",
                customer()
                        .key("k2")
                        .call("refund.commit", "{'quoteId': '" + again() + "'}")
                        .json()
                        .path("status")
                        .asText());
    }

    private String again() {
        return customer()
                .call("refund.preview", "{'order': '" + Setup.ARRIVED + "', 'reason': 'DAMAGED'}")
                .json()
                .path("quoteId")
                .asText();
    }

    @Test
    void shopThatStaysAwayIsGivenUpAndTheReturnTakenBack() {
        setup.orders.fail(At.BEFORE_CREDIT, ErrorCode.BACKEND_UNREACHABLE);
        commit().json();
        setup.goOn(PATIENCE);
        assertEquals("NOT_DONE", status());
        assertEquals(ReturnStatus.WITHDRAWN, returns().get(0).status());
        assertNothingPaidBack();
        assertEquals(0, setup.desk.tickets().size());
    }

    @Test
    void creditThatNobodyKnowsOfGoesToAPerson() {
        setup.orders.fail(At.AFTER_CREDIT, ErrorCode.OUTCOME_UNKNOWN);
        commit().json();
        setup.orders.fail(At.PROBES, ErrorCode.BACKEND_UNREACHABLE);
        setup.goOn(PATIENCE);
        assertEquals("WITH_A_PERSON", status());
        assertEquals(List.of("OFFERED IN_PROGRESS", "IN_PROGRESS WITH_A_PERSON"), told());
        assertUrgent();
    }

    @Test
    void returnThatCannotBeTakenBackGoesToAPerson() {
        setup.orders.fail(At.BEFORE_CREDIT, ErrorCode.CONFLICT);
        setup.orders.fail(At.BEFORE_WITHDRAWAL, ErrorCode.CONFLICT);
        assertEquals("WITH_A_PERSON", commit().json().path("status").asText());
        assertNothingPaidBack();
        assertUrgent();
    }

    /** One urgent ticket, and no other refund of the order until a person has dealt with it. */
    private void assertUrgent() {
        assertEquals(1, setup.desk.tickets().size());
        DeskTicket ticket = setup.desk.tickets().get(0);
        assertEquals(Priority.URGENT, ticket.least());
        assertEquals(Setup.CUSTOMER, ticket.customerId());
        assertTrue(ticket.text().contains(Setup.ARRIVED) && ticket.text().contains(quote), ticket::text);
        assertTrue(refund().path("ticketId").asText().startsWith("embedded~"));
        setup.orders.calm();
        Answer more = customer().call("refund.preview", "{'order': '" + Setup.ARRIVED + "', 'reason': 'DAMAGED'}");
        if (more.succeeded()) {
            String other = more.json().path("quoteId").asText();
            assertEquals(
                    "ecommerce/unfinished",
                    customer()
                            .key("other")
                            .call("refund.commit", "{'quoteId': '" + other + "'}")
                            .reason());
        } else {
            assertEquals("ecommerce/already-refunded", more.reason());
        }
    }

    @Test
    void moneyIsBackEvenIfNobodyIsTold() {
        setup.desk.setOpen(false);
        assertEquals("REFUNDED", commit().json().path("status").asText());
        assertTrue(refund().path("ticketId").isMissingNode());
        setup.goOn(PATIENCE);
        setup.desk.setOpen(true);
        setup.goOn(Duration.ofMinutes(2));
        assertPaidBackOnce();
    }

    @Test
    void ticketForAPersonIsOpenedAsSoonAsItCanBe() {
        setup.orders.fail(At.BEFORE_CREDIT, ErrorCode.CONFLICT);
        setup.orders.fail(At.BEFORE_WITHDRAWAL, ErrorCode.CONFLICT);
        setup.desk.setOpen(false);
        commit().json();
        assertEquals(0, setup.desk.tickets().size());
        setup.desk.setOpen(true);
        setup.goOn(SOON);
        assertUrgent();
    }

    @Test
    void moneyThatWentBackPastTheHubMeanwhileIsNotPaidAgain() {
        setup.orders.fail(At.BEFORE_CREDIT, ErrorCode.BUSY);
        commit().json();
        setup.orders.calm();
        setup.payBackPastTheHub(Setup.ARRIVED);
        setup.goOn(SOON);
        assertEquals("NOT_DONE", status());
        assertEquals(
                setup.order(Setup.ARRIVED).paid(), setup.order(Setup.ARRIVED).refunded());
    }

    @Test
    void unfinishedRefundHoldsOthersOfTheOrderUp() {
        setup.orders.fail(At.BEFORE_CREDIT, ErrorCode.BUSY);
        commit().json();
        String other = again();
        assertEquals(
                "ecommerce/unfinished",
                customer()
                        .key("other")
                        .call("refund.commit", "{'quoteId': '" + other + "'}")
                        .reason());
        setup.orders.calm();
        setup.goOn(SOON);
        assertPaidBackOnce();
    }
}
