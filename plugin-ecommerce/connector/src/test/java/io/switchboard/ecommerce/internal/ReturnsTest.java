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
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Goods that come back without a refund: once, in time, no more than there are; and nobody keeps goods that are paid for. */
class ReturnsTest {
    private static final Duration HELD = Duration.ofSeconds(16);
    private static final String CHANGED_MIND = "'reason': 'CHANGED_MIND', 'wish': 'EXCHANGE'";
    private static final String REPAIR = "'reason': 'DAMAGED', 'wish': 'REPAIR'";

    private final Setup setup = new Setup();
    private final FakeHub hub = FakeHub.with(setup.clock, setup.connector);

    @AfterEach
    void close() {
        hub.close();
        setup.close();
    }

    private Asking customer() {
        return hub.as(Someone.customer(Setup.CUSTOMER));
    }

    private Answer open(String key, String order, String more) {
        return customer().key(key).call("return.open", "{'order': '" + order + "', " + more + "}");
    }

    private String cables(int quantity) {
        return ", 'items': [{'itemId': '"
                + setup.order(Setup.ARRIVED).lines().get(1).id() + "', 'quantity': " + quantity + "}]";
    }

    private Answer withdraw(String returnId) {
        return customer().call("return.withdraw", "{'order': '" + Setup.ARRIVED + "', 'returnId': '" + returnId + "'}");
    }

    private List<GoodsReturn> returns() {
        return setup.shop
                .orders()
                .returns(Setup.CUSTOMER, setup.order(Setup.ARRIVED).id());
    }

    private static String id(Answer made) {
        return made.json().path("id").asText();
    }

    @Test
    void returnIsAnnouncedOnce() {
        Answer made = open("k", Setup.ARRIVED, CHANGED_MIND + cables(1));
        JsonNode back = made.json();
        assertEquals("ANNOUNCED", back.path("status").asText());
        assertEquals(1, back.path("items").path(0).path("quantity").asInt());
        assertTrue(open("k", Setup.ARRIVED, CHANGED_MIND + cables(1)).replayed());
        assertEquals(1, returns().size());
        assertEquals(1, setup.order(Setup.ARRIVED).lines().get(1).returning());
        assertEquals(
                back,
                customer()
                        .call("return.list", "{'order': '" + Setup.ARRIVED + "'}")
                        .json()
                        .path("returns")
                        .path(0));
    }

    @Test
    void whatWasNotSentOrIsTooLateStays() {
        assertEquals(
                "ecommerce/not-sent", open("a", Setup.NOT_SENT, CHANGED_MIND).reason());
        assertEquals(
                "ecommerce/on-its-way",
                open("b", Setup.IN_TRANSIT, CHANGED_MIND).reason());
        assertEquals(
                "ecommerce/too-late", open("c", Setup.LONG_AGO, CHANGED_MIND).reason());
        assertTrue(open("d", Setup.LONG_AGO, REPAIR).succeeded(), "the warranty is longer");
        setup.clock.advance(Duration.ofDays(731));
        assertEquals("ecommerce/too-late", open("e", Setup.ARRIVED, REPAIR).reason());
    }

    @Test
    void noMoreComesBackThanThereIs() {
        assertEquals(
                "ecommerce/none-left",
                open("a", Setup.ARRIVED, CHANGED_MIND + cables(3)).reason());
        open("b", Setup.ARRIVED, CHANGED_MIND + cables(1)).json();
        assertEquals(
                "ecommerce/none-left",
                open("c", Setup.ARRIVED, CHANGED_MIND + cables(2)).reason());
        assertEquals(
                2, open("d", Setup.ARRIVED, CHANGED_MIND).json().path("items").size());
        Answer none = open("e", Setup.ARRIVED, CHANGED_MIND);
        assertEquals(ErrorCode.LIMIT_EXCEEDED, none.code());
        assertEquals(2, returns().size());
    }

    @Test
    void nonsenseIsRefused() {
        assertEquals(
                ErrorCode.INVALID_ARGUMENTS,
                open("a", Setup.ARRIVED, "'reason': 'CHANGED_MIND', 'wish': 'REPAIR'")
                        .code());
        assertEquals(
                ErrorCode.INVALID_ARGUMENTS,
                open("b", Setup.ARRIVED, CHANGED_MIND + ", 'items': [{'itemId': '999', 'quantity': 1}]")
                        .code());
        assertEquals(ErrorCode.NOT_FOUND, withdraw("embedded~999").code());
        assertEquals(ErrorCode.NOT_FOUND, withdraw("tryton~1").code());
    }

    @Test
    void anotherCustomersGoodsAreAsNone() {
        String mine = id(open("k", Setup.ARRIVED, CHANGED_MIND));
        Asking other = hub.as(Someone.customer("C-1002"));
        String order = "{'order': '" + Setup.ARRIVED + "', ";
        assertEquals(
                ErrorCode.NOT_FOUND,
                other.key("k").call("return.open", order + CHANGED_MIND + "}").code());
        assertEquals(
                ErrorCode.NOT_FOUND,
                other.call("return.withdraw", order + "'returnId': '" + mine + "'}")
                        .code());
        assertEquals("ANNOUNCED", returns().get(0).status().name());
    }

    @Test
    void whoKeepsTheGoodsAfterAllSaysSo() {
        String id = id(open("k", Setup.ARRIVED, CHANGED_MIND));
        assertEquals("WITHDRAWN", withdraw(id).json().path("status").asText());
        assertEquals("WITHDRAWN", withdraw(id).json().path("status").asText());
        assertEquals(0, setup.order(Setup.ARRIVED).lines().get(0).returning());
        assertTrue(open("again", Setup.ARRIVED, CHANGED_MIND).succeeded());
    }

    @Test
    void answerThatWasLostIsFoundByItsProbe() {
        setup.orders.fail(At.AFTER_RETURN, ErrorCode.OUTCOME_UNKNOWN);
        assertEquals(
                ErrorCode.OUTCOME_UNKNOWN,
                open("k", Setup.ARRIVED, CHANGED_MIND).code());
        setup.orders.calm();
        assertTrue(open("k", Setup.ARRIVED, CHANGED_MIND).succeeded());
        assertEquals(1, returns().size());
    }

    @Test
    void whatIsPerhapsUnderWayIsWaitedFor() {
        setup.orders.fail(At.BEFORE_RETURN, ErrorCode.OUTCOME_UNKNOWN);
        open("k", Setup.ARRIVED, CHANGED_MIND).code();
        setup.orders.calm();
        assertEquals(ErrorCode.BUSY, open("k", Setup.ARRIVED, CHANGED_MIND).code());
        String quote = customer()
                .call("refund.preview", "{'order': '" + Setup.ARRIVED + "', 'reason': 'DAMAGED'}")
                .json()
                .path("quoteId")
                .asText();
        assertEquals(
                ErrorCode.BUSY,
                customer()
                        .key("r")
                        .call("refund.commit", "{'quoteId': '" + quote + "'}")
                        .code());
        setup.clock.advance(HELD);
        assertTrue(open("k", Setup.ARRIVED, CHANGED_MIND).succeeded());
        assertEquals(1, returns().size());
    }
}
