package io.switchboard.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One visit of a customer whose orders are in a real Tryton, and what must not come of it; what did, Tryton itself is asked. */
class TrytonVisitRealIT {
    private static final String MINE = Ecommerce.API + "me/";
    private static final String ADDRESS =
            "{\"address\":{\"recipient\":\"王秀兰\",\"street\":\"徐汇区漕溪北路 398 号\",\"city\":\"上海市\",\"country\":\"CN\"}}";
    private static final String[] VISIT = {"Switchboard-Conversation", "visit-1"};

    @SuppressWarnings("NullAway.Init")
    private static TrytonShop shop;

    @SuppressWarnings("NullAway.Init")
    private static HubProcess hub;

    @BeforeAll
    static void start(@TempDir Path home) throws Exception {
        RealSystem tryton = RealSystem.named("tryton");
        shop = new TrytonShop(tryton);
        TrytonHub.configure(home, tryton, tryton.property("address"));
        hub = HubProcess.start(home);
        TrytonHub.awaitShop(hub, shop.sell(shop.customer()));
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    private static Caller bound(String customer) throws Exception {
        return BoundTokens.bind(hub, hub.chatbot(), customer);
    }

    @Test
    void oneStopVisit() throws Exception {
        TrytonShop.Sale sale = shop.sell(shop.customer());
        Caller customer = bound(sale.customer());
        String path = MINE + "orders/" + sale.number();
        JsonNode order = customer.get(path, VISIT).ok();
        assertEquals("CONFIRMED", order.path("status").asText(), order::toString);
        assertEquals(
                TrytonShop.PRICE,
                order.path("payment").path("paid").path("amount").asText());

        customer.post(path + "/address", ADDRESS, VISIT).ok();
        assertEquals("徐汇区漕溪北路 398 号", shop.street(sale));

        String lamp = order.path("items").path(0).path("itemId").asText();
        JsonNode quote =
                customer.post(path + "/refund-quotes", wanted(lamp, 1), VISIT).ok();
        assertEquals("337.87", quote.path("amount").path("amount").asText());
        String commit =
                "{\"quoteId\":\"" + quote.path("quoteId").asText() + "\",\"amount\":" + quote.path("amount") + "}";
        JsonNode refund = customer.post(MINE + "refunds", commit, "Idempotency-Key", "v1-" + sale.id())
                .ok();
        assertEquals("REFUNDED", refund.path("status").asText(), refund::toString);

        // Asked for twice: by the same key, by another, and by a new offer of more than is left.
        Answer again = customer.post(MINE + "refunds", commit, "Idempotency-Key", "v1-" + sale.id());
        assertEquals(refund, again.ok());
        assertEquals("true", again.header("Idempotency-Replayed"));
        customer.post(MINE + "refunds", commit, "Idempotency-Key", "v2-" + sale.id())
                .problem(409, 4008);
        customer.post(path + "/refund-quotes", wanted(lamp, 2)).problem(422, 4020);

        JsonNode payment = customer.get(path).ok().path("payment");
        assertEquals("337.87", payment.path("refunded").path("amount").asText());
        assertEquals(List.of("posted -337.87"), shop.creditNotes(sale));
        assertEquals(1, TrytonHub.tickets(hub.chatbot(), sale));
        assertAnotherFindsNothing(sale, quote.path("quoteId").asText());
    }

    private static void assertAnotherFindsNothing(TrytonShop.Sale sale, String quote) throws Exception {
        Caller other = bound(shop.customer());
        String path = MINE + "orders/" + sale.number();
        other.get(path).problem(404, 4004);
        other.post(path + "/address", ADDRESS).problem(404, 4004);
        other.post(path + "/refund-quotes", "{\"reason\":\"DAMAGED\"}").problem(404, 4004);
        other.post(MINE + "refunds", "{\"quoteId\":\"" + quote + "\"}", "Idempotency-Key", "theft-" + sale.id())
                .problem(404, 4004);
        other.get(TrytonHub.order(sale)).problem(404, 4001);
        assertEquals(List.of("posted -337.87"), shop.creditNotes(sale));
    }

    @Test
    void whatTrytonWouldLetHappenIsRefused() throws Exception {
        TrytonShop.Sale sale = shop.sell(shop.customer());
        shop.send(sale, 5);
        String street = shop.street(sale);
        Caller customer = bound(sale.customer());
        String path = MINE + "orders/" + sale.number();
        customer.post(path + "/address", ADDRESS).problem(409, 4008);
        assertEquals(street, shop.street(sale));
        customer.post(path + "/cancel", "{}", "Idempotency-Key", "late-" + sale.id())
                .problem(409, 4008);
        String lamp =
                customer.get(path).ok().path("items").path(0).path("itemId").asText();
        customer.post(path + "/refund-quotes", wanted(lamp, 3)).problem(422, 4020);
        assertEquals(List.of(), shop.creditNotes(sale));
        assertEquals(List.of(), shop.returns(sale));
    }

    @Test
    void feeIsKeptAndGoodsAreExpected() throws Exception {
        TrytonShop.Sale sale = shop.sell(shop.customer());
        shop.send(sale, 5);
        Caller customer = bound(sale.customer());
        JsonNode quote = customer.post(
                        MINE + "orders/" + sale.number() + "/refund-quotes", "{\"reason\":\"CHANGED_MIND\"}")
                .ok();
        assertEquals("608.17", quote.path("amount").path("amount").asText());
        customer.post(
                        MINE + "refunds",
                        "{\"quoteId\":\"" + quote.path("quoteId").asText() + "\"}",
                        "Idempotency-Key",
                        "fee-" + sale.id())
                .ok();
        Await.until(
                "the refund is finished",
                () -> customer.get(MINE + "refunds/" + quote.path("quoteId").asText())
                        .ok()
                        .path("status")
                        .asText()
                        .equals("REFUNDED"));
        assertEquals(List.of("posted -608.17"), shop.creditNotes(sale));
        assertEquals(List.of("quotation"), shop.returns(sale));
    }

    private static String wanted(String item, int quantity) {
        return "{\"reason\":\"CHANGED_MIND\",\"items\":[{\"itemId\":\"" + item + "\",\"quantity\":" + quantity + "}]}";
    }
}
