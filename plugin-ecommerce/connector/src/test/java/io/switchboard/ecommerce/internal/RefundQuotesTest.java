package io.switchboard.ecommerce.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.connector.ErrorCode;
import io.switchboard.connector.testkit.Answer;
import io.switchboard.connector.testkit.Asking;
import io.switchboard.connector.testkit.FakeHub;
import io.switchboard.connector.testkit.Someone;
import io.switchboard.ecommerce.spi.ReturnStatus;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is offered, and what is refused of what was offered. */
class RefundQuotesTest {
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

    private Answer preview(String order, String reason, String more) {
        return customer().call("refund.preview", "{'order': '" + order + "', 'reason': '" + reason + "'" + more + "}");
    }

    private Answer commit(String quote, String key) {
        return customer().key(key).call("refund.commit", "{'quoteId': '" + quote + "'}");
    }

    private static String quoteId(Answer preview) {
        return preview.json().path("quoteId").asText();
    }

    private static String amount(JsonNode of) {
        return of.path("amount").path("amount").asText();
    }

    private String items(String order, int index, int quantity) {
        return ", 'items': [{'itemId': '"
                + setup.order(order).lines().get(index).id() + "', 'quantity': " + quantity + "}]";
    }

    @Test
    void whatWasNotSentIsPaidBackWhole() {
        JsonNode quote = preview(Setup.NOT_SENT, "CHANGED_MIND", "").json();
        assertEquals("not-sent", quote.path("rule").asText());
        assertEquals("267.70", amount(quote));
        assertEquals("0.00", quote.path("fee").path("amount").asText());
        assertFalse(quote.path("goodsBack").asBoolean());
        assertEquals("2026-01-31T12:15:00Z", quote.path("expiresAt").asText());
    }

    @Test
    void whoeverChangesTheirMindPaysAFeeAndSendsItBack() {
        JsonNode quote = preview(Setup.ARRIVED, "CHANGED_MIND", items(Setup.ARRIVED, 1, 1))
                .json();
        assertEquals("changed-mind", quote.path("rule").asText());
        assertEquals("26.91", amount(quote));
        assertEquals("2.99", quote.path("fee").path("amount").asText());
        assertTrue(quote.path("goodsBack").asBoolean());
        assertEquals(
                "0.00",
                preview(Setup.ARRIVED, "DAMAGED", "")
                        .json()
                        .path("fee")
                        .path("amount")
                        .asText());
    }

    @Test
    void whatTheRulesAreAgainstIsNotOffered() {
        assertEquals(
                "ecommerce/not-paid",
                preview(Setup.NOT_PAID, "CHANGED_MIND", "").reason());
        assertEquals(
                "ecommerce/on-its-way",
                preview(Setup.IN_TRANSIT, "CHANGED_MIND", "").reason());
        assertEquals(
                "ecommerce/on-its-way",
                preview(Setup.IN_TRANSIT, "NOT_RECEIVED", "").reason());
        assertEquals(
                "ecommerce/too-late",
                preview(Setup.LONG_AGO, "CHANGED_MIND", "").reason());
        assertEquals(
                "ecommerce/too-late", preview(Setup.LONG_AGO, "DAMAGED", "").reason());
        assertEquals(
                "ecommerce/arrived", preview(Setup.ARRIVED, "NOT_RECEIVED", "").reason());
        setup.clock.advance(Duration.ofDays(15));
        assertEquals(
                "lost",
                preview(Setup.IN_TRANSIT, "NOT_RECEIVED", "")
                        .json()
                        .path("rule")
                        .asText());
    }

    @Test
    void moreThanWasBoughtIsNotOffered() {
        Answer tooMany = preview(Setup.NOT_SENT, "CHANGED_MIND", items(Setup.NOT_SENT, 1, 4));
        assertEquals(ErrorCode.LIMIT_EXCEEDED, tooMany.code());
        assertEquals("ecommerce/above-paid", tooMany.reason());
        Answer foreign = preview(Setup.NOT_SENT, "CHANGED_MIND", items(Setup.ARRIVED, 0, 1));
        assertEquals(ErrorCode.INVALID_ARGUMENTS, foreign.code());
    }

    @Test
    void piecesPaidBackOneByOneComeToTheTotal() {
        BigDecimal sum = BigDecimal.ZERO;
        for (int piece = 1; piece <= 3; piece++) {
            Answer quote = preview(Setup.NOT_SENT, "CHANGED_MIND", items(Setup.NOT_SENT, 1, 1));
            sum = sum.add(new BigDecimal(amount(quote.json())));
            assertEquals(
                    "REFUNDED",
                    commit(quoteId(quote), "piece-" + piece)
                            .json()
                            .path("status")
                            .asText());
        }
        assertEquals(setup.order(Setup.NOT_SENT).lines().get(1).total().amount(), sum);
        assertEquals(
                "ecommerce/already-refunded",
                preview(Setup.NOT_SENT, "CHANGED_MIND", items(Setup.NOT_SENT, 1, 1))
                        .reason());
    }

    @Test
    void committedRefundHasAReturnACreditNoteAndATicket() {
        Answer quote = preview(Setup.ARRIVED, "CHANGED_MIND", items(Setup.ARRIVED, 1, 2));
        JsonNode refund = commit(quoteId(quote), "k").json();
        assertEquals("REFUNDED", refund.path("status").asText());
        assertEquals(amount(quote.json()), amount(refund));
        assertTrue(refund.path("returnId").asText().startsWith("embedded~"));
        assertTrue(refund.path("creditNote").asText().startsWith("embedded~"));
        assertTrue(refund.path("ticketId").asText().startsWith("embedded~"));
        assertEquals(
                new BigDecimal(amount(refund)),
                setup.order(Setup.ARRIVED).refunded().amount());
        var order = setup.order(Setup.ARRIVED);
        assertEquals(
                ReturnStatus.ANNOUNCED,
                setup.shop.orders().returns(Setup.CUSTOMER, order.id()).get(0).status());
        assertEquals(
                1,
                customer()
                        .call("return.list", "{'order': '" + Setup.ARRIVED + "'}")
                        .json()
                        .path("returns")
                        .size());
        JsonNode asked = customer()
                .call("refund.get", "{'refundId': '" + quoteId(quote) + "'}")
                .json();
        assertEquals(refund, asked);
    }

    @Test
    void quoteIsCommittedOnce() {
        String quote = quoteId(preview(Setup.NOT_SENT, "CHANGED_MIND", ""));
        JsonNode first = commit(quote, "k").json();
        Answer again = commit(quote, "k");
        assertTrue(again.replayed());
        assertEquals(first, again.json());
        assertEquals("ecommerce/quote-used", commit(quote, "other-key").reason());
        assertEquals("267.70", setup.order(Setup.NOT_SENT).refunded().amount().toString());
    }

    @Test
    void samePiecesAreNotPaidBackByTwoQuotes() {
        String one = quoteId(preview(Setup.NOT_SENT, "CHANGED_MIND", ""));
        String two = quoteId(preview(Setup.NOT_SENT, "CHANGED_MIND", items(Setup.NOT_SENT, 0, 1)));
        commit(one, "one").json();
        assertEquals("ecommerce/already-refunded", commit(two, "two").reason());
        assertEquals("267.70", setup.order(Setup.NOT_SENT).refunded().amount().toString());
    }

    @Test
    void ofQuotesForTheSamePiecesAtOnceOneIsPaid() {
        List<String> quotes = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            quotes.add(quoteId(preview(Setup.NOT_SENT, "CHANGED_MIND", items(Setup.NOT_SENT, 0, 2))));
        }
        List<CompletableFuture<Answer>> commits = quotes.stream()
                .map(quote -> customer().key(quote).begin("refund.commit", "{'quoteId': '" + quote + "'}"))
                .toList();
        List<Answer> answers = commits.stream().map(CompletableFuture::join).toList();
        assertEquals(1, answers.stream().filter(Answer::succeeded).count(), answers::toString);
        assertEquals("178.00", setup.order(Setup.NOT_SENT).refunded().amount().toString());
    }

    @Test
    void anotherCustomersQuoteIsAsOneThatDoesNotExist() {
        String quote = quoteId(preview(Setup.NOT_SENT, "CHANGED_MIND", ""));
        Asking other = hub.as(Someone.customer("C-1002"));
        assertEquals(
                ErrorCode.NOT_FOUND,
                other.key("k")
                        .call("refund.commit", "{'quoteId': '" + quote + "'}")
                        .code());
        assertEquals(
                ErrorCode.NOT_FOUND,
                other.call("refund.get", "{'refundId': '" + quote + "'}").code());
        assertEquals(0, setup.order(Setup.NOT_SENT).refunded().amount().signum());
    }

    @Test
    void whatTheCustomerDidNotAgreeToIsNotPaid() {
        String quote = quoteId(preview(Setup.NOT_SENT, "CHANGED_MIND", ""));
        String other = "{'quoteId': '" + quote + "', 'amount': {'amount': '300.00', 'currency': 'CNY'}}";
        assertEquals(
                "ecommerce/other-amount",
                customer().key("k").call("refund.commit", other).reason());
        setup.clock.advance(Duration.ofMinutes(16));
        Answer expired = commit(quote, "late");
        assertEquals(ErrorCode.EXPIRED, expired.code());
        assertEquals("ecommerce/quote-expired", expired.reason());
        assertEquals(0, setup.order(Setup.NOT_SENT).refunded().amount().signum());
    }

    @Test
    void offerForWhatIsNotSentIsVoidOnceItIsSent() {
        String quote = quoteId(preview(Setup.NOT_SENT, "CHANGED_MIND", ""));
        setup.shop.send(setup.order(Setup.NOT_SENT));
        assertEquals("ecommerce/quote-outdated", commit(quote, "k").reason());
    }
}
