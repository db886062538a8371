package io.switchboard.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An industry is dropped into a running hub, and a customer has one visit with it. */
class EcommerceIT {
    private static final String MINE = Ecommerce.API + "me/";
    private static final String CONVERSATION = "Switchboard-Conversation";

    @SuppressWarnings("NullAway.Init")
    private static HubProcess hub;

    @BeforeAll
    static void start(@TempDir Path home) throws Exception {
        hub = HubProcess.start(home);
        hub.admin().get("/api/ecommerce/v1/products/HDP-700/stock").problem(404, 4005);
        Ecommerce.drop(hub);
        Ecommerce.awaitRunning(hub);
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    private static Caller customer(String id) throws Exception {
        return BoundTokens.bind(hub, hub.chatbot(), id);
    }

    @Test
    void oneStopVisit() throws Exception {
        Caller customer = customer("C-1001");
        JsonNode order =
                customer.get(MINE + "orders/SO100102", CONVERSATION, "visit-1").ok();
        assertEquals("CONFIRMED", order.path("status").asText());
        assertEquals("267.70", order.path("payment").path("paid").path("amount").asText());

        String address =
                "{\"address\":{\"recipient\":\"李明轩\",\"street\":\"徐汇区漕溪北路398号\",\"city\":\"上海市\",\"country\":\"CN\"}}";
        JsonNode moved = customer.post(MINE + "orders/SO100102/address", address, CONVERSATION, "visit-1")
                .ok();
        assertEquals(false, moved.path("redirected").asBoolean(true));

        String cable = order.path("items").path(1).path("itemId").asText();
        JsonNode quote = customer.post(
                        MINE + "orders/SO100102/refund-quotes",
                        "{\"reason\":\"CHANGED_MIND\",\"items\":[{\"itemId\":\"" + cable + "\",\"quantity\":3}]}",
                        CONVERSATION,
                        "visit-1")
                .ok();
        assertEquals("89.70", quote.path("amount").path("amount").asText());
        String commit =
                "{\"quoteId\":\"" + quote.path("quoteId").asText() + "\",\"amount\":" + quote.path("amount") + "}";
        customer.post(MINE + "refunds", commit).problem(400, 4012);
        JsonNode refund = customer.post(MINE + "refunds", commit, "Idempotency-Key", "visit-1", CONVERSATION, "visit-1")
                .ok();
        assertEquals("REFUNDED", refund.path("status").asText(), refund::toString);
        Answer again = customer.post(MINE + "refunds", commit, "Idempotency-Key", "visit-1");
        assertEquals("true", again.header("Idempotency-Replayed"));
        assertEquals(refund, again.ok());
        assertEquals(
                "ecommerce/quote-used",
                customer.post(MINE + "refunds", commit, "Idempotency-Key", "visit-2")
                        .problem(409, 4008)
                        .path("reason")
                        .asText());
        assertEquals(
                "89.70",
                customer.get(MINE + "orders/SO100102")
                        .ok()
                        .path("payment")
                        .path("refunded")
                        .path("amount")
                        .asText());
        String ticket = refund.path("ticketId").asText();
        assertTrue(customer.get("/api/ticket/v1/customers/me/tickets/" + ticket)
                .ok()
                .path("subject")
                .asText()
                .contains("SO100102"));
        assertAnothersOrderIsNone(customer("C-1002"), quote.path("quoteId").asText());
    }

    private static void assertAnothersOrderIsNone(Caller other, String quote) {
        other.get(MINE + "orders/SO100102").problem(404, 4004);
        other.get(Ecommerce.API + "C-1001/orders/SO100102").problem(404, 4001);
        other.get(MINE + "refunds/" + quote).problem(404, 4004);
        other.post(MINE + "refunds", "{\"quoteId\":\"" + quote + "\"}", "Idempotency-Key", "theft")
                .problem(404, 4004);
    }

    @Test
    void whatTheShopWouldLetHappenIsRefused() throws Exception {
        Caller customer = customer("C-1001");
        String address = "{\"address\":{\"recipient\":\"X\",\"street\":\"Y 1\",\"city\":\"Z\",\"country\":\"CN\"}}";
        customer.post(MINE + "orders/SO100103/address", address).problem(409, 4008);
        customer.post(MINE + "orders/SO100101/cancel", "{}", "Idempotency-Key", "late")
                .problem(409, 4008);
        JsonNode order = customer.get(MINE + "orders/SO100103").ok();
        String item = order.path("items").path(0).path("itemId").asText();
        String twice = "{\"reason\":\"DAMAGED\",\"items\":[{\"itemId\":\"" + item + "\",\"quantity\":2}]}";
        customer.post(MINE + "orders/SO100103/refund-quotes", twice).problem(422, 4020);
    }

    @Test
    void itGoesAndComesBackWithItsFile() throws Exception {
        Path file = hub.home().resolve("deploy/ecommerce.zip");
        Files.delete(file);
        Caller admin = hub.admin();
        String stock = "/api/ecommerce/v1/products/HDP-700/stock";
        Await.until("the operations are gone", () -> admin.get(stock).status() == 404);
        assertEquals(200, admin.get("/api/crm/v1/customers/C-1001").status());
        assertNotEquals(true, admin.get("/api/openapi.json").body().contains("/api/ecommerce/"));
        Ecommerce.drop(hub);
        Ecommerce.awaitRunning(hub);
        assertEquals(12, admin.get(stock).ok().path("available").asInt());
    }
}
